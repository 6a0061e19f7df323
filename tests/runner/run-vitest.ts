import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run-step.ts';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTestSuites: number;
}

/** All tests in one run; their output goes to the terminal, the counts come from the JSON report. */
export async function runVitest(args: readonly string[]): Promise<{ passed: number; failed: number; skipped: number }> {
  const report = join(tmpdir(), `lockstep-tests-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin/vitest'), ['run', ...reporters, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    // A file that could not be loaded has no test to count, and an error outside of a test fails none: neither may look like a pass.
    const failed = counts.numFailedTests > 0 || code === 0 ? counts.numFailedTests : Math.max(1, counts.numFailedTestSuites);
    return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests + counts.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(report, { force: true });
  }
}
