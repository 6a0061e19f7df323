/**
 * `npm test`: Chromium is there, types of every folder, lint with the import boundaries, then every test of the project in one vitest run.
 * Ends with one line "N passed, N failed, N skipped", in which each folder's types and the lint count as one check each.
 */
import { closingLine } from './closing-line.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { runStep, type StepResult } from './run-step.ts';
import { runVitest } from './run-vitest.ts';
import { typedFolders } from './typed-folders.ts';

const started = Date.now();
const results: StepResult[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);

say('1/4 Chromium');
results.push(await ensureChromium());
say('2/4 Types');
for (const folder of typedFolders()) results.push(await runStep(`types of ${folder}`, 'tsc', ['-p', folder]));
say('3/4 Lint and boundaries');
results.push(await runStep('lint and boundaries', 'biome', ['ci', '--error-on-warnings', '.']));
results.push(await runStep('no unused file or dependency', 'knip', ['--no-config-hints']));
say('4/4 Tests');
const tests = await runVitest(process.argv.slice(2));

for (const { name, output } of results.filter((result) => !result.ok)) say(`\nFAILED: ${name}\n${output}`);
const { line, code } = closingLine(results, tests);
say(`\n${Math.round((Date.now() - started) / 1000)} s`);
say(line);
process.exitCode = code;
