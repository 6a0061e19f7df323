import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';

test.each([
  [
    '/x/postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file',
    'library-missing',
    'libicuuc.so.60',
  ],
  ['dyld: Library not loaded: @rpath/libssl.dylib', 'library-missing', 'libssl'],
  ['FATAL: could not write to file "pg_wal/xlogtemp.1": No space left on device', 'no-space', 'disk'],
  ["ENOSPC: no space left on device, write '/data/x'", 'no-space', 'disk'],
  ['initdb: error: could not create directory "/data/database": Read-only file system', 'data-folder-closed', 'data folder'],
  ["EACCES: permission denied, mkdir '/data'", 'data-folder-closed', 'data folder'],
  ["ENOTDIR: not a directory, mkdir '/etc/passwd/x'", 'data-folder-closed', 'data folder'],
  ['LOG: could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken', 'port'],
  [
    'DETAIL: The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 18.4.',
    'too-old',
    'PostgreSQL 15',
  ],
  ['FATAL:  data directory "/data/database" has invalid permissions', 'data-folder-closed', 'data folder'],
  ['FATAL: something never seen', 'stopped', 'never seen'],
])('%s is explained as %s', (output, code, words) => {
  const failure = explainFailure(output, '/data/database');
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(words);
  expect(failure.message).toContain('where: /data/database');
  expect(failure.message).toMatch(/what to do: .{20}/);
});
