import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { expect, test } from 'vitest';

/** The tokens in use; the whole theme would be ten times as long. */
const used = [
  'colorNeutralBackground1',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Pressed',
  'colorNeutralBackground1Selected',
  'colorNeutralBackground2',
  'colorNeutralBackground3',
  'colorNeutralForeground1',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorNeutralForegroundDisabled',
  'colorNeutralStroke1',
  'colorNeutralStroke1Hover',
  'colorNeutralStroke2',
  'colorNeutralStrokeAccessible',
  'colorSubtleBackgroundHover',
  'colorSubtleBackgroundPressed',
  'colorBrandBackground',
  'colorBrandBackgroundHover',
  'colorBrandBackgroundPressed',
  'colorBrandBackground2',
  'colorBrandForeground1',
  'colorBrandForeground2',
  'colorBrandForegroundLink',
  'colorBrandForegroundLinkHover',
  'colorCompoundBrandStroke',
  'colorNeutralForegroundOnBrand',
  'colorNeutralForegroundInverted',
  'colorNeutralBackgroundInverted',
  'colorStatusSuccessForeground1',
  'colorStatusSuccessBackground1',
  'colorStatusWarningForeground1',
  'colorStatusWarningBackground1',
  'colorStatusDangerForeground3',
  'colorStatusDangerBackground1',
  'colorStatusDangerBorder1',
  'colorPaletteYellowForeground2',
  'colorStrokeFocus2',
  'shadow2',
  'shadow4',
  'shadow16',
] as const;

const block = (theme: typeof webLightTheme): string => used.map((name) => `  --${name}: ${theme[name]};`).join('\n');

const file = join(import.meta.dirname, '../../core/views/parts/tokens.css');
const inOneLine = (css: string): string => css.replaceAll(/\s+/g, '').toLowerCase();

test('tokens.css holds what @fluentui/tokens says (UPDATE_TOKENS=1 writes it)', () => {
  const css = `/* Written by tests/surfaces/fluent-tokens.test.ts from @fluentui/tokens: do not edit. */
:root {
${block(webLightTheme)}
}

@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
${block(webDarkTheme).replaceAll(/^/gm, '  ')}
  }
}

:root[data-theme="dark"] {
${block(webDarkTheme)}
}
`;
  if (process.env.UPDATE_TOKENS) writeFileSync(file, css);
  expect(inOneLine(readFileSync(file, 'utf8'))).toBe(inOneLine(css));
});
