export type Freshness = 'fresh' | 'late' | 'very-late';

/** Late: more than two intervals since everything was last found in step; very late: more than six. */
export const freshness = (lastSuccess: number, intervalSeconds: number, now: number): Freshness => {
  const intervals = (now - lastSuccess) / (intervalSeconds * 1000);
  if (intervals > 6) return 'very-late';
  return intervals > 2 ? 'late' : 'fresh';
};
