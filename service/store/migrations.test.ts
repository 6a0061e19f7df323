import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|sql)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file));
}

test('no SQL asks the database for the time: it is a parameter from the Clock port', () => {
  const service = join(import.meta.dirname, '..');
  const forbidden =
    /\b(now\(\)|current_timestamp|current_date|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp|defaultNow|timeofday)/i;
  const found = sources(service).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, index) => ({ line, place: `${file.slice(service.length + 1)}:${index + 1}` }))
      .filter(({ line }) =>
        forbidden.test(line.replace(/\b(clock|time|Temporal\.\w+|performance)\.now\(\)/gi, '').replace(/^\s*(\/\/|--|\*|\/\*).*/, '')),
      )
      .filter(({ line }) => !/\bnow\(\)/.test(line) || /select|insert|update|default|values|sql/i.test(line))
      .map(({ place }) => place),
  );
  expect(found).toEqual([]);
});

test('migrations are named by time and subject', () => {
  const names = readdirSync(join(import.meta.dirname, 'migrations'));
  expect(names.filter((name) => !/^\d{8}T\d{4}-[a-z0-9-]+\.sql$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.slice(0, 13))).size).toBe(names.length);
});
