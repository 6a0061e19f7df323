/** First wait without a Retry-After, doubled with every attempt. */
const firstWait = 500;

/**
 * Milliseconds to wait before the next attempt. Retry-After comes in seconds, with decimals too ("2.128"), or as an HTTP date, or not
 * at all: then exponential, half of it jitter, so that workers do not come back together.
 * @param attempt attempts made so far, from 1
 * @param random uniform in [0, 1)
 */
export function retryDelay(retryAfter: string | null, attempt: number, now: number, random: number): number {
  return readRetryAfter(retryAfter, now) ?? Math.round(firstWait * 2 ** (attempt - 1) * (0.5 + random / 2));
}

function readRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
