import type { Fault } from '../faults/faults.ts';
import type { Org, UndoLog, Writer } from './org/index.ts';
import type { QueryCursors } from './query-cursors.ts';
import type { Usage } from './usage.ts';

/** A request below /services/data/vNN.0, whether it came alone or inside a composite. */
export interface Call {
  method: string;
  /** without the base and without a slash at either end; segments still encoded */
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
  /** `/services/data/vNN.0` */
  base: string;
  /** path parameters of the operation, decoded */
  params: Record<string, string>;
  user: { id: string; username: string; email: string };
  /** of the composite this is part of, where it asks for all or none */
  undo: UndoLog | undefined;
}

export interface Answer {
  status: number;
  body?: unknown;
  /** instead of a body: a file as it is */
  bytes?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** What operations stand on. */
export interface Backend {
  org: Org;
  cursors: QueryCursors;
  usage: Usage;
  /** answers a part of a composite */
  dispatch(call: Omit<Call, 'params'>): Promise<Answer>;
}

/** One emulated operation: `path` is segments, with `:name` for a parameter. */
export interface Operation {
  /** as the fault desk knows it */
  name: string;
  method: string;
  path: string;
  run(call: Call, backend: Backend, fault: Fault | undefined): Answer | Promise<Answer>;
}

export function writerOf(call: Call): Writer {
  return { userId: call.user.id, allowDuplicates: /allowSave\s*=\s*true/i.test(call.headers.get('Sforce-Duplicate-Rule-Header') ?? '') };
}
