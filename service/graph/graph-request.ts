/** One call of Microsoft Graph, alone or as an item of a $batch. */
export interface GraphRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Relative to the version root: "/users/…". */
  path: string;
  body?: unknown;
  ifMatch?: string;
  /**
   * False where a second attempt could do the work twice (a create without a transactionId): then an answer that leaves it open whether
   * the first one worked (5xx) is not repeated here but handed back, and the engine looks before it sends again.
   */
  repeatable: boolean;
  /** Bytes of its answer that may be taken into memory; none: it is small by itself. */
  most?: number;
  /** Who asks sends fewer of them where they are too much together; else each is then asked for alone. */
  splits?: boolean;
}

/** What came back: `body` is parsed JSON, null where there is none, and undefined where it could not be read. */
export interface GraphAnswer {
  status: number;
  retryAfter: string | null;
  body: unknown;
}
