/** Time, waiting and chance, from outside. */
export interface Surroundings {
  /** The world's time, milliseconds since 1970: follows the virtual clock in sandbox mode. What is stored and shown is by it. */
  now(): number;
  /** Real time: tokens and sign-ins are by it. */
  realNow(): number;
  /** Calls back every so often until stopped: the heartbeat. */
  every(milliseconds: number, run: () => void): () => void;
  newId(): string;
}

/** One structured event per request. Fields are ids, codes and numbers; never a token, a body or a query string. */
export interface RequestLog {
  request(event: {
    requestId: string;
    method: string;
    route: string;
    status: number;
    milliseconds: number;
    accountId: string | null;
    client: string | null;
    code: string | null;
  }): void;
  failure(event: { requestId: string; route: string; error: unknown }): void;
}
