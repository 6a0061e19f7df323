/** One item of a change notification, as far as it is read. */
export interface Hint {
  subscriptionId: string;
  clientState: string | null;
  /** What changed, with its version where the item still exists; null for what a subscription says of itself. */
  changed: { remoteId: string; version: string | null } | null;
  /** reauthorizationRequired, subscriptionRemoved, missed. */
  lifecycle: string | null;
}

/** Takes hints and returns at once; whether they are true is found out later. Implemented by service/lanes. */
export interface HintDesk {
  hear(hints: readonly Hint[]): void;
}
