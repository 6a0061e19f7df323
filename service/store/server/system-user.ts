import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { DatabaseFailure } from './database-failure.ts';
import { explainFailure } from './explain-failure.ts';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
  /** Folder that belongs to the system and that this user can enter; binaries and data of a service run by root live here. */
  home: string;
}

const name = 'lockstep';
const home = '/var/lib/lockstep';

/** PostgreSQL refuses to run as root; as root it runs as a system user of its own, made on first use. Null when not root. */
export function systemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = look() ?? create();
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    chmodSync(home, 0o755);
  } catch (error) {
    throw explainFailure(String(error), home);
  }
  return found;
}

function look(): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid), home };
}

function create(): SystemUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', home, '--shell', '/usr/sbin/nologin', name], {
      stdio: 'pipe',
    });
  } catch (error) {
    // Two first starts at once: the other one made it.
    const made = look();
    if (made) return made;
    throw new DatabaseFailure(
      'system-user',
      `PostgreSQL does not run as root, and the system user "${name}" could not be made: ${String((error as { stderr?: Buffer }).stderr ?? error).trim()}`,
      '/etc/passwd',
      `start Lockstep as an ordinary user, make the user yourself (useradd --system ${name}), or use your own server by DATABASE_URL.`,
    );
  }
  const made = look();
  if (made) return made;
  throw new DatabaseFailure(
    'system-user',
    `The system user "${name}" is not in /etc/passwd after useradd.`,
    '/etc/passwd',
    'use your own server by DATABASE_URL.',
  );
}
