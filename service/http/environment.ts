import type { Caller } from './ports/index.ts';

/** What middleware leaves for those after it. */
export interface Environment {
  Variables: {
    requestId: string;
    /** "METHOD /path/{pattern}", for logs and metrics: never an address with ids. */
    route?: string;
    caller?: Caller;
    bearer?: string;
    /** Surface and version as the client named itself. */
    client?: string;
    problemCode?: string;
  };
}
