import { guards } from './guards.ts';

const head = `# Guards, and what notices when one is gone

Written by \`npm run test:guards -- --page\`. \`npm run test:guards\` takes each of these rules away in a copy of the project and shows that the test
named beside it fails then (of an invariant of the model: with that invariant's name); \`tests/guards\` fails when a rule has moved or its test has another name.

| guard | keeps from happening | stands in | noticed by |
| --- | --- | --- | --- |
`;

/** docs/guards.md */
export function page(): string {
  const line = ({ name, prevents, file, test }: (typeof guards)[number]) =>
    `| ${name} | ${prevents} | \`${file}\` | ${test.name} (\`${test.file}\`) |\n`;
  return `${head}${guards.map(line).join('')}`;
}
