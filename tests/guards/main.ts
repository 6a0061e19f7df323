import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from './copy-project.ts';
import { guards } from './guards.ts';
import { page } from './page.ts';
import { countTests, runTest } from './run-test.ts';
import { takeAway } from './take-away.ts';

/**
 * `npm run test:guards [-- part of a name | -- --page]`: takes each guard away in a copy of the project and shows that its test fails then, having passed
 * before. Some three seconds a guard. Ends with 1 where a guard could go unnoticed.
 */
const [asked = ''] = process.argv.slice(2);
if (asked === '--page') writeFileSync(new URL('../../docs/guards.md', import.meta.url), page());
const wanted = guards.filter((guard) => guard.name.includes(asked));
const say = (text: string) => process.stdout.write(`${text}\n`);
const copy = copyProject();
const passing = new Map<string, Awaited<ReturnType<typeof runTest>>>();
let missed = 0;
try {
  for (const guard of wanted) {
    const path = join(copy.folder, guard.file);
    const whole = readFileSync(path, 'utf8');
    const { file, name, says } = guard.test;
    const outcomes = passing.get(file) ?? (await runTest(copy.folder, file));
    passing.set(file, outcomes);
    const before = countTests(outcomes, guard.test);
    writeFileSync(path, takeAway(guard, whole));
    // A test that says what it noticed stands by itself.
    const after = countTests(await runTest(copy.folder, file, says && name), guard.test);
    writeFileSync(path, whole);
    const noticed = before.passed > 0 && before.failed === 0 && after.failed > 0;
    if (!noticed) missed += 1;
    const seen = `passed ${before.passed}, failed ${before.failed} with it; failed ${after.failed} without`;
    say(`${noticed ? 'noticed' : 'MISSED '}  ${guard.name}  (${guard.test.file}: ${guard.test.name}; ${seen})`);
  }
} finally {
  copy.remove();
}
say(`${wanted.length - missed} of ${wanted.length} guards are noticed when they are taken away`);
process.exitCode = missed > 0 ? 1 : 0;
