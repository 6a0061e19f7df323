import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { explainFailure } from './explain-failure.ts';
import { makeFolder } from './make-folder.ts';
import type { SystemUser } from './system-user.ts';

export interface DatabasePlace {
  /** PGDATA. */
  folder: string;
  /** Databases of earlier data folders at this same path, which nobody points to any more. */
  abandoned: readonly string[];
}

/**
 * Where the server keeps its files: in the data folder; or, when the service runs as root and the server's own user cannot enter the
 * data folder (a private home, a 0700 folder), under that user's home, with a pointer file in the data folder. The name has a
 * random part so that a data folder that was deleted and made anew does not wake up with the old database.
 */
export function placeDatabase(dataFolder: string, user: SystemUser | null): DatabasePlace {
  try {
    makeFolder(dataFolder, user ? 0o711 : 0o700);
    if (!user) return { folder: join(dataFolder, 'database'), abandoned: [] };
    const pointer = join(dataFolder, 'database.path');
    const inside = join(dataFolder, 'database');
    if (!existsSync(pointer) && canEnter(realpathSync(dataFolder), user)) {
      own(inside, user);
      return { folder: inside, abandoned: [] };
    }
    return placeOutside(dataFolder, pointer, user);
  } catch (error) {
    throw explainFailure(String(error), dataFolder);
  }
}

function placeOutside(dataFolder: string, pointer: string, user: SystemUser): DatabasePlace {
  const stem = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16);
  const fresh = join(user.home, `${stem}-${randomBytes(4).toString('hex')}`);
  const folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : fresh;
  own(folder, user);
  writeFileSync(pointer, `${folder}\n`, { mode: 0o600 });
  const abandoned = readdirSync(user.home)
    .filter((name) => name.startsWith(`${stem}-`))
    .map((name) => join(user.home, name))
    .filter((path) => path !== folder);
  return { folder, abandoned };
}

function own(folder: string, user: SystemUser): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
}

/** True when every folder on the way lets this user through by its mode bits. */
export function canEnter(folder: string, user: Pick<SystemUser, 'uid' | 'gid'>): boolean {
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
