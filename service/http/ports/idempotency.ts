/** Answers of POSTs by their Idempotency-Key, kept for a day. */
export interface Idempotency {
  /** Fresh: go on, then `finish` or `forget`. Else what is known of the first request; `status` null while it still runs. */
  begin(ask: {
    accountId: string;
    key: string;
    requestHash: string;
    at: string;
  }): Promise<{ fresh: true } | { fresh: false; requestHash: string; status: number | null; body: unknown }>;
  finish(done: { accountId: string; key: string; status: number; body: unknown }): Promise<void>;
  forget(one: { accountId: string; key: string }): Promise<void>;
}
