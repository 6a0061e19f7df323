const window = 15 * 60_000;
const allowed = 10;
const most = 10_000;

/**
 * Ten wrong passwords for one address in a quarter of an hour; then the address waits, whoever asks. Kept per process and in memory: with
 * several processes an attacker gets as many times ten, which is as useless to him.
 */
export const createAttemptLimit = (now: () => number) => {
  const failures = new Map<string, number[]>();
  const recent = (email: string): number[] => (failures.get(email) ?? []).filter((at) => at > now() - window);
  return {
    /** When the next attempt is taken; null: now. */
    retryAt(email: string): number | null {
      const times = recent(email);
      return times.length < allowed ? null : (times[times.length - allowed] ?? now()) + window;
    },
    failed(email: string): void {
      // Forgetting the oldest bounds the memory against floods of made-up addresses.
      if (failures.size >= most) failures.delete(failures.keys().next().value ?? '');
      failures.set(email, [...recent(email), now()].slice(-allowed));
    },
    succeeded: (email: string): void => void failures.delete(email),
  };
};
