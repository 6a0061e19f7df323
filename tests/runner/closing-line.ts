import type { StepResult } from './run-step.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What `npm test` ends with, and what it exits with: a check that is no test (types of a folder, lint) counts as one. */
export function closingLine(steps: readonly StepResult[], tests: Counts): { line: string; code: number } {
  const kept = steps.filter(({ ok }) => ok).length;
  const failed = steps.length - kept + tests.failed;
  return { line: `${kept + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`, code: failed > 0 ? 1 : 0 };
}
