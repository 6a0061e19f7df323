import { readFileSync } from 'node:fs';
import { ConfigFailure } from '../../config/index.ts';
import { type ProvisionFile, provisionFile } from './provision-file.ts';

/** @throws ConfigFailure naming the file, every place in it that is wrong, and what it must be. */
export function readProvisionFile(file: string): ProvisionFile {
  const read = provisionFile.safeParse(parse(file));
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path, message, ...issue }) => {
    const where = place(path);
    if (issue.code !== 'unrecognized_keys') return `  ${where}: ${message}`;
    return `  ${(issue.keys as string[]).map((key) => place([...path, key])).join(', ')}: there is no such field`;
  });
  throw new ConfigFailure(
    `${file} cannot be used; nothing was changed:\n${lines.join('\n')}\nThe format with an example: docs/operations.md, "Provision a customer".`,
  );
}

/** users[3].address, as people count places in JSON. */
const place = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text ? '.' : ''}${String(step)}`), '') ||
  'the document';

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const what = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new ConfigFailure(`${file} ${what}. Name the file first: npm run provision -- FILE [--data DIR]`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigFailure(`${file} is not JSON: ${(error as Error).message}. Mend it there; nothing was changed.`);
  }
}
