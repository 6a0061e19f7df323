import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Guard } from './guard.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) })),
    }),
  ),
});

/** Each test of a file as it ended. A file that could not even be loaded has none. */
type Outcome = z.infer<typeof report>['testResults'][number]['assertionResults'][number];

/** The whole file, for some of its tests go on from where the one before them ended; or those of this name alone. */
export async function runTest(folder: string, file: string, name?: string): Promise<Outcome[]> {
  const output = join(folder, 'guard-report.json');
  rmSync(output, { force: true });
  const only = name === undefined ? [] : ['-t', name];
  const args = ['run', file, ...only, '--reporter=json', `--outputFile=${output}`];
  await new Promise<void>((resolve, reject) => {
    // By this very Node, not by whichever the PATH finds first.
    const child = spawn(process.execPath, [join(folder, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: folder, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  const { testResults } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
  return testResults.flatMap((result) => result.assertionResults);
}

/** How many tests of that name passed, and failed as they should. */
export function countTests(outcomes: readonly Outcome[], { name, says = '' }: Guard['test']): { passed: number; failed: number } {
  const own = outcomes.filter((test) => test.fullName.includes(name));
  const failed = own.filter((test) => test.status === 'failed' && test.failureMessages.join('\n').includes(says));
  return { passed: own.filter((test) => test.status === 'passed').length, failed: failed.length };
}
