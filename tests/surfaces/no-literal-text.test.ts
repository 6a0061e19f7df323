// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the views under test are written as text here
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../web/build/surface-config.ts';
import { findLiteralText } from './find-literal-text.ts';

test('no view holds words of its own: all of them come from core/text', () => {
  const files = globSync('{core/views,extension,office-addin,web}/**/*.{tsx,ts}', { cwd: root }).filter((file) => !file.includes('.test.'));
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap((file) => findLiteralText(file, readFileSync(`${root}/${file}`, 'utf8')))).toEqual([]);
});

test.each([
  ['text between tags', '<p>Sync now</p>'],
  ['text in braces', "<p>{'Sync now'}</p>"],
  ['one of two texts', "<p>{on ? 'Turn off' : 'Turn on'}</p>"],
  ['a template', '<p>{`Sync ${name}`}</p>'],
  ['a name for screen readers', '<button aria-label="Close" />'],
  ['a tooltip in braces', "<button title={'Close it'} />"],
  ['a placeholder', '<input placeholder="Name or address" />'],
])('%s is found', (_what, jsx) => {
  expect(findLiteralText('a.tsx', `const a = ${jsx};`)).toHaveLength(1);
});

test('punctuation, keys and classes are no words', () => {
  expect(findLiteralText('a.tsx', 'const a = <p class="small quiet" key="name">{\' · \'}{t(\'sync-now\')} {`${a} · ${b}`}</p>;')).toEqual(
    [],
  );
});
