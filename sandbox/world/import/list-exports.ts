import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface ExportFile {
  /** path below the root, with forward slashes */
  path: string;
  absolute: string;
  /** `.json`, `.ics`, `.vcf`, `.eml`, or what else it is */
  kind: string;
}

/** All files below a folder in the order of their names; a folder that cannot be read is given as a file whose reading fails. */
export function listExports(root: string, below = ''): ExportFile[] {
  const folder = join(root, below);
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [{ path: below, absolute: folder, kind: '.json' }];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return listExports(root, path);
      return [{ path, absolute: join(root, path), kind: extname(entry.name).toLowerCase() }];
    });
}
