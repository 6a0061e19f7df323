/**
 * Whether an org heeds If-Unmodified-Since on the parts of a composite request. The guide says so (REST API: a part may have any header that its
 * resource knows; sObject Rows knows this one), but a guard is not taken on trust: a write that must be refused showed it, see try-guard.ts.
 */
export interface WriteGuards {
  /** Undefined: not known (any more). */
  of(orgId: string, now: number): boolean | undefined;
  keep(orgId: string, holds: boolean, now: number): void;
}

const keptFor = 24 * 3_600_000;

export function createWriteGuards(): WriteGuards {
  const known = new Map<string, { at: number; holds: boolean }>();
  return {
    of(orgId, now) {
      const kept = known.get(orgId);
      return kept && now - kept.at < keptFor ? kept.holds : undefined;
    },
    keep(orgId, holds, now) {
      known.set(orgId, { at: now, holds });
    },
  };
}
