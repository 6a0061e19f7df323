/** A mailbox may be forced once a minute, across all surfaces, workers and people (decision 9). */
export const forceFloorMilliseconds = 60_000;

/**
 * Counted from the last *accepted* attempt: being refused never makes the wait longer. Times in milliseconds since 1970; null: never
 * forced. An accepted time in the future (a clock set back) never locks anybody out for longer than the floor.
 */
export const cooldown = (lastAccepted: number | null, now: number): { ready: true } | { ready: false; retryAt: number } => {
  if (lastAccepted === null) return { ready: true };
  const retryAt = Math.min(lastAccepted, now) + forceFloorMilliseconds;
  return retryAt <= now ? { ready: true } : { ready: false, retryAt };
};
