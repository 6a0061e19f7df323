/** Reads "Sforce-Limit-Info: api-usage=18/15000"; null where the header is not there or says something else. */
export function readLimitInfo(header: string | undefined): { used: number; max: number } | null {
  const parts = /(?:^|[\s,;])api-usage=(\d+)\/(\d+)/.exec(header ?? '');
  return parts ? { used: Number(parts[1]), max: Number(parts[2]) } : null;
}
