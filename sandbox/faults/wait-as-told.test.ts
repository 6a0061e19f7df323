import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { waitAsTold } from './wait-as-told.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('holds the answers of that service back for so long, and of no other', async () => {
  const left: string[] = [];
  const delays = { graph: 100, salesforce: 0 };
  waitAsTold({ delays }, 'graph').then(() => left.push('graph'));
  waitAsTold({ delays }, 'salesforce').then(() => left.push('salesforce'));
  await vi.advanceTimersByTimeAsync(99);
  expect(left).toEqual(['salesforce']);
  await vi.advanceTimersByTimeAsync(1);
  expect(left).toEqual(['salesforce', 'graph']);
});
