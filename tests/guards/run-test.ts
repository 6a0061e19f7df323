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

/** How many tests of that name passed, and failed as they should. A file that could not even be loaded has none. */
export async function runTest(folder: string, { file, name, says }: Guard['test']): Promise<{ passed: number; failed: number }> {
  const output = join(folder, 'guard-report.json');
  rmSync(output, { force: true });
  // The whole file: some of its tests go on from where the one before them ended.
  const args = ['run', file, '--reporter=json', `--outputFile=${output}`];
  await new Promise<void>((resolve, reject) => {
    // By this very Node, not by whichever the PATH finds first.
    const child = spawn(process.execPath, [join(folder, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: folder, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  const { testResults } = report.parse(JSON.parse(readFileSync(output, 'utf8')));
  const own = testResults.flatMap((result) => result.assertionResults).filter((test) => test.fullName.includes(name));
  const failed = own.filter((test) => test.status === 'failed' && test.failureMessages.join('\n').includes(says ?? ''));
  return { passed: own.filter((test) => test.status === 'passed').length, failed: failed.length };
}
