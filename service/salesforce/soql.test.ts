import { expect, it } from 'vitest';
import { readLimitInfo } from './limit-info.ts';
import { queriesOver, soqlText, soqlTime } from './soql.ts';

it.each([
  ["O'Hara", "'O\\'Hara'"],
  ["\\' OR Name != '", "'\\\\\\' OR Name != \\''"],
  ['a\nb', "'a\\nb'"],
])('no text ends its literal: %j', (text, literal) => {
  expect(soqlText(text)).toBe(literal);
});

it('spells times in UTC without a plus, whatever Salesforce wrote', () => {
  expect(soqlTime('2026-11-22T09:00:00.000+0000')).toBe('2026-11-22T09:00:00.000Z');
});

it('keeps every path under the limit of a URI and loses no value', () => {
  const values = Array.from({ length: 3000 }, (_, n) => `ü${n}@example.test`);
  const paths = queriesOver(values, (list) => `SELECT Id FROM Contact WHERE Email IN (${list})`, false);
  expect(paths.length).toBeGreaterThan(1);
  expect(Math.max(...paths.map((path) => path.length))).toBeLessThanOrEqual(16_000);
  const found = paths.flatMap((path) => decodeURIComponent(path).match(/ü\d+@/g) ?? []);
  expect(found).toHaveLength(3000);
});

it('reads the requests used, and nothing where nothing is said', () => {
  expect(readLimitInfo('api-usage=18/15000')).toEqual({ used: 18, max: 15_000 });
  expect(readLimitInfo('per-app-api-usage=17/250(appName=sample); api-usage=25/5000')).toEqual({ used: 25, max: 5000 });
  expect(readLimitInfo('per-app-api-usage=17/250')).toBeNull();
  expect(readLimitInfo(undefined)).toBeNull();
});
