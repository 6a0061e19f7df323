/** What can be stopped looks here; an AbortSignal is one. */
export interface Stop {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

/** Time, as the engine sees it. In sandbox mode it follows the world's virtual clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after that many milliseconds, or rejects with the reason when stopped. */
  sleep(milliseconds: number, stop?: Stop): Promise<void>;
}

/** Fresh identifiers: UUID version 7, so that they sort by the time they were made. */
export interface Ids {
  next(): string;
}

/** SHA-256 of a text as 64 lower-case hexadecimal digits. */
export type Hash = (text: string) => string;
