import type { SessionCount, SessionRequests } from '../../../core/model/index.ts';

/** What the bench tells its engine process, one at a time; each is answered once. */
export type EngineAsk =
  | { do: 'open'; data: string; mailboxes: readonly string[] }
  /** One run of a mailbox at the world's time: real time plus `offset` milliseconds. */
  | { do: 'run'; mailbox: string; offset: number }
  | { do: 'close' };

export interface RunAnswer {
  /** From claim to ledger, in milliseconds of real time. */
  milliseconds: number;
  state: string;
  counts: SessionCount[];
  /** As the engine counts them; the bench holds them against the sandbox's counters. */
  requests: SessionRequests;
  message: string | null;
}

export interface OpenAnswer {
  /** The postmaster and its data folder. */
  postmaster: number;
  folder: string;
}

export type EngineAnswer = { ok: true; value: unknown } | { ok: false; message: string };
