import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and what is missing above it. Not mkdirSync's `recursive`: where a file system answers ENOENT for a folder whose parent is
 * there (/proc does), that one tries for ever.
 */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, 0o755);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Two starts at once.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
