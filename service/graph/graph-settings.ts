import type { CalendarWindow, ObjectKind } from '../../core/model/index.ts';
import type { Clock, Ids, Stop } from '../../core/sync/index.ts';
import type { Pacer } from './pacer.ts';

/** What all mailboxes of this process share. */
export interface GraphSettings {
  /** Root of the service without version: "https://graph.microsoft.com". Plain http is taken for loopback only. */
  baseUrl: string;
  clock: Clock;
  ids: Ids;
  /** Uniform in [0, 1): jitter of waits. */
  random: () => number;
  /** One per process: it holds the mailbox concurrency together. */
  pacer: Pacer;
  /** Properties to ask for, by object; null asks for all. From core/mapping. */
  select: (object: ObjectKind) => readonly string[] | null;
  /** Real milliseconds until a request counts as unanswered; default 100,000. */
  timeoutMs?: number;
  fetch?: typeof fetch;
}

/** One mailbox as one lane sees it. */
export interface GraphAccess {
  /** Address or directory id. */
  mailbox: string;
  window: CalendarWindow;
  /** Gives the token in use; with `force` a fresh one, because the provider refused the present one. */
  accessToken: (force?: boolean) => Promise<string>;
  /** Ends waits and requests; an AbortSignal also cuts the request under way. */
  stop: Stop;
}
