import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(core|service|sandbox|extension|office-addin|web|manifests)\//.test(file) && existsSync(join(root, file)));
/** Tests and what only they use reach for the file that they are about. */
const product = files.filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));
const publicFolders = new Set(files.filter((file) => file.endsWith('/index.ts')).map(dirname));

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+\.tsx?)'/g)].map((match) =>
    join(dirname(file), match[1] ?? ''),
  );

/** The public folders around a file, seen from another: those that the other does not stand in. */
function* foldersBetween(file: string, from: string): Generator<string> {
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (publicFolders.has(folder) && !from.startsWith(`${folder}/`)) yield folder;
  }
}

test('only the index.ts of a public folder is imported from outside', () => {
  const past = product.flatMap((file) =>
    importsOf(file)
      .filter((to) => !to.endsWith('/index.ts') && [...foldersBetween(to, file)].length > 0)
      .map((to) => `${file} imports ${to}`),
  );
  expect(past).toEqual([]);
  expect(product.length).toBeGreaterThan(1000);
});

test('each folder that the import table names is public, but for the one that puts them together', () => {
  const rooms = new Set(
    files.filter((file) => /^(core|service)\/[^/]+\/[^/]+/.test(file)).map((file) => file.split('/').slice(0, 2).join('/')),
  );
  const closed = [...rooms].filter((room) => !publicFolders.has(room));
  expect(closed).toEqual(['core/views', 'service/composition']);
});
