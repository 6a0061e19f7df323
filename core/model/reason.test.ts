import { expect, test } from 'vitest';
import { isReason, reasonCode, reasonInfo, reasons } from './index.ts';

test('every reason code is kebab-case and names who can change it', () => {
  for (const [code, info] of Object.entries(reasons)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(['user', 'admin', 'provider', 'us']).toContain(info.who);
  }
});

test('a code outside of the closed list is refused at the edge', () => {
  expect(isReason('toString')).toBe(false);
  expect(reasonCode.safeParse('no-such-reason').success).toBe(false);
  expect(reasonInfo('delete-brake').severity).toBe('ask');
});
