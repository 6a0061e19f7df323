import { DatabaseFailure } from './database-failure.ts';

interface Rule {
  pattern: RegExp;
  explain(match: RegExpMatchArray, where: string): DatabaseFailure;
}

/** What initdb and postgres print when they cannot go on, most telling first. */
const rules: readonly Rule[] = [
  {
    pattern: /error while loading shared libraries: (\S+):|Library not loaded: (\S+)/,
    explain: (match, where) =>
      new DatabaseFailure(
        'library-missing',
        `The database server lacks the library ${match[1] ?? match[2] ?? ''}.`,
        where,
        'run `npm ci` again without --ignore-scripts; on a minimal system install that library, or use your own server by DATABASE_URL.',
      ),
  },
  {
    pattern: /No space left on device|ENOSPC|Disk quota exceeded/i,
    explain: (_match, where) =>
      new DatabaseFailure(
        'no-space',
        'The disk that holds the database is full.',
        where,
        'free some space there, or give another folder with --data DIR; nothing that was committed is lost.',
      ),
  },
  {
    pattern:
      /Read-only file system|EROFS|Permission denied|EACCES|EPERM|Operation not permitted|ENOENT|ENOTDIR|Not a directory|has invalid permissions|has wrong ownership/i,
    explain: (_match, where) =>
      new DatabaseFailure(
        'data-folder-closed',
        'The data folder cannot be written to.',
        where,
        'make it writable for this system user, or give another folder with --data DIR (or LOCKSTEP_DATA).',
      ),
  },
  {
    pattern: /could not bind .*Address already in use|EADDRINUSE/i,
    explain: (_match, where) =>
      new DatabaseFailure(
        'port-taken',
        'The port of the database server is taken.',
        where,
        'stop what uses it, or choose other ports with --port N.',
      ),
  },
  {
    pattern: /initialized by PostgreSQL version (\S+), which is not compatible/,
    explain: (match, where) =>
      new DatabaseFailure(
        'too-old',
        `The database was made by PostgreSQL ${(match[1] ?? '').replace(/,$/, '')}, another one than this.`,
        where,
        'make a backup with the release that made it (`npm run backup`), then restore it into a new data folder (`npm run restore`).',
      ),
  },
];

/** Turns the output of the server (or a system error's text) into a failure that says what to do. */
export function explainFailure(output: string, where: string): DatabaseFailure {
  for (const rule of rules) {
    const match = output.match(rule.pattern);
    if (match) return rule.explain(match, where);
  }
  const lines = output.trim().split('\n').slice(-5).join('\n    ');
  return new DatabaseFailure(
    'stopped',
    `The database server did not start:\n    ${lines}`,
    where,
    'see the log named above; the data are untouched.',
  );
}
