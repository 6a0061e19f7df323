import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stopOnSignals } from './command.ts';

const exits: unknown[] = [];
const before = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') };
beforeEach(() => {
  exits.length = 0;
  vi.useFakeTimers();
  vi.spyOn(process, 'exit').mockImplementation((code) => void exits.push(code) as never);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  for (const [signal, known] of Object.entries(before))
    for (const listener of process.listeners(signal as NodeJS.Signals)) {
      if (!known.includes(listener)) process.off(signal, listener);
    }
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('stops once, in order, however often it is asked', async () => {
  const stop = vi.fn(async () => {});
  stopOnSignals(stop);
  process.emit('SIGTERM');
  process.emit('SIGINT');
  await vi.advanceTimersByTimeAsync(0);
  expect(stop).toHaveBeenCalledTimes(1);
  expect(exits).toEqual([0]);
});

it('does not wait longer than five seconds for what does not end', async () => {
  stopOnSignals(() => new Promise(() => {}));
  process.emit('SIGINT');
  await vi.advanceTimersByTimeAsync(4_999);
  expect(exits).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(exits).toEqual([0]);
});
