import { GraphError } from '../http/graph-error.ts';
import { refusals } from '../http/refusals.ts';
import { readProperties, text } from '../odata/read-properties.ts';
import type { FolderBody } from '../store/bodies.ts';
import type { Items } from '../store/items.ts';
import { wellKnown } from '../store/well-known.ts';

const readOnly = ['id', 'childFolderCount', 'totalItemCount', 'unreadItemCount'];

/** The name that a client gives a folder; a parent has each name once (409). */
export function readFolderName(type: string, body: unknown): string {
  const { displayName } = readProperties(type, body, { displayName: text, parentFolderId: text }, readOnly);
  if (typeof displayName !== 'string') throw refusals.invalidProperty("Required property 'displayName' is missing.");
  return displayName;
}

export function checkNameIsFree(folders: Items<FolderBody>, parent: number, name: string, self?: number): void {
  for (const row of folders.in(wellKnown.folderTree)) {
    if (row.no !== self && row.body.parent === parent && row.body.displayName.toLowerCase() === name.toLowerCase())
      throw new GraphError(
        409,
        'ErrorFolderExists',
        `A folder with the specified name already exists., Could not create folder '${name}'.`,
      );
  }
}

/** The folder and all folders below it, deepest first. */
export function withSubfolders(folders: Items<FolderBody>, no: number): number[] {
  const below = [...folders.in(wellKnown.folderTree)]
    .filter((row) => row.body.parent === no)
    .flatMap((row) => withSubfolders(folders, row.no));
  return [...below, no];
}
