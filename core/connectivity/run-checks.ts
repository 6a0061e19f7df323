import type { ConnectivityReport, ConnectivitySide, ConnectivityStep, ConnectivityStepKey } from '../model/index.ts';
import { connectivityStepKey } from '../model/index.ts';
import { type FindingCode, findings } from './findings.ts';

/** What one step saw. */
export type CheckOutcome =
  | { result: 'passed'; evidence: string | null }
  | { result: 'skipped'; evidence: string | null }
  | { result: 'warning' | 'failed'; finding: FindingCode; evidence: string | null };

/** One step of a check, as an adapter offers it. What it throws is the finding `unexpected`. */
export interface Check {
  key: ConnectivityStepKey;
  run(): Promise<CheckOutcome>;
}

const toStep = (key: ConnectivityStepKey, outcome: CheckOutcome, milliseconds: number): ConnectivityStep => {
  const code = 'finding' in outcome ? outcome.finding : null;
  const words = code === null ? { meaning: null, fix: null, who: null } : findings[code];
  return {
    key,
    result: outcome.result,
    milliseconds,
    evidence: outcome.evidence,
    finding: code,
    meaning: words.meaning,
    fix: words.fix,
    who: words.who,
  };
};

const notReached = (key: ConnectivityStepKey): ConnectivityStep => ({
  key,
  result: 'not-reached',
  milliseconds: null,
  evidence: null,
  finding: null,
  meaning: null,
  fix: null,
  who: null,
});

const runOne = async (check: Check): Promise<CheckOutcome> => {
  try {
    return await check.run();
  } catch (error) {
    // Only the kind of error: a message may quote an answer, and an answer may hold a token.
    return { result: 'failed', finding: 'unexpected', evidence: error instanceof Error ? error.name : typeof error };
  }
};

/**
 * Runs checks in the fixed order of the steps, whatever order they come in; the first failure ends it, and later steps are `not-reached`.
 * Steps that nobody offers for this connection are left out. `now` gives milliseconds.
 */
export const runChecks = async (side: ConnectivitySide, checks: readonly Check[], now: () => number): Promise<ConnectivityReport> => {
  const started = now();
  const ordered = connectivityStepKey.options.flatMap((key) => checks.filter((check) => check.key === key));
  const steps: ConnectivityStep[] = [];
  let failed = false;
  for (const check of ordered) {
    if (failed) {
      steps.push(notReached(check.key));
      continue;
    }
    const before = now();
    const outcome = await runOne(check);
    steps.push(toStep(check.key, outcome, now() - before));
    failed = outcome.result === 'failed';
  }
  const warned = steps.some((step) => step.result === 'warning');
  const result = failed ? 'failed' : warned ? 'warning' : 'passed';
  return { side, result, startedAt: new Date(started).toISOString(), finishedAt: new Date(now()).toISOString(), steps };
};
