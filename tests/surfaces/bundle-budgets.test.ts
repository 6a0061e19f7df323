import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSurfaces, builtSurfaces } from './built-surfaces.ts';

let built: BuiltSurfaces;
beforeAll(async () => {
  built = await builtSurfaces();
});

/** Scripts that a page loads before it can do anything: its own and all that these import statically. What is loaded on demand is not. */
const scriptsOf = (folder: string, page: string, base: string): string[] => {
  const html = readFileSync(join(folder, page), 'utf8');
  const local = (address: string): string => address.replace(base, '').replace(/^\.?\//, '');
  const queue = [...html.matchAll(/<script[^>]*type="module"[^>]*src="([^"]+)"/g)].map(([, address]) => local(address as string));
  const found = new Set<string>();
  for (let script = queue.pop(); script !== undefined; script = queue.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    const code = readFileSync(join(folder, script), 'utf8');
    const folderOfScript = script.slice(0, script.lastIndexOf('/') + 1);
    // A page that fetches parts on demand has a line before its imports.
    for (const [, from] of code.matchAll(/(?:^|[;}\n])import(?:[^"'()]*?from)?["']\.\/([^"']+)["']/g))
      queue.push(`${folderOfScript}${from}`);
  }
  return [...found].map((script) => join(folder, script));
};

const gzipped = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);

describe('scripts of each surface, gzipped, in bytes', () => {
  test.each([
    ['popup', () => scriptsOf(built.extension, 'popup.html', '/'), 60_000],
    ['side panel', () => scriptsOf(built.extension, 'sidepanel.html', '/'), 90_000],
    ['task pane', () => scriptsOf(built.taskpane, 'taskpane.html', './'), 90_000],
    ['ribbon command', () => scriptsOf(built.taskpane, 'commands.html', './'), 20_000],
    ['console in the extension', () => scriptsOf(built.extension, 'console.html', '/'), 180_000],
    ['console for any browser', () => scriptsOf(built.web, 'index.html', '/console/'), 180_000],
    ['background', () => [join(built.extension, 'background.js')], 40_000],
  ] as [string, () => string[], number][])('%s keeps to its budget', (name, scripts, most) => {
    const size = gzipped(scripts());
    console.info(`${name}: ${size} of ${most}`);
    expect(size).toBeGreaterThan(100);
    expect(size).toBeLessThanOrEqual(most);
  });
});

const allScripts = (): [string, string][] =>
  [built.extension, built.web, built.taskpane].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
  );

test('no surface carries zod', () => {
  const zodOnly = /ZodError|invalid_union|_zod\b|zod\/v4/;
  expect(
    allScripts()
      .filter(([, code]) => zodOnly.test(code))
      .map(([name]) => name),
  ).toEqual([]);
});

test('the extension holds nothing that the store refuses: no eval, no remote script, no office.js', () => {
  const refused = /\beval\(|new Function\(|Function\("return this"\)|importScripts\(|appsforoffice/;
  const inExtension = readdirSync(built.extension, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|html)$/.test(name));
  expect(inExtension.filter((name) => refused.test(readFileSync(join(built.extension, name), 'utf8')))).toEqual([]);
});

test('the popup carries no other screen', () => {
  const code = scriptsOf(built.extension, 'popup.html', '/')
    .map((file) => readFileSync(file, 'utf8'))
    .join();
  for (const others of ['user-scroller', 'step-evidence', 'sign-in card', 'console-nav', 'No organizations yet.', 'status-why'])
    expect(code).not.toContain(others);
});
