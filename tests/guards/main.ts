import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from './copy-project.ts';
import { guards } from './guards.ts';
import { page } from './page.ts';
import { runTest } from './run-test.ts';
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
    const key = `${guard.test.file} ${guard.test.name}`;
    const before = passing.get(key) ?? (await runTest(copy.folder, guard.test));
    passing.set(key, before);
    writeFileSync(path, takeAway(guard, whole));
    const after = await runTest(copy.folder, guard.test);
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
