import { expect, test } from 'vitest';
import { refuseOpenSandbox } from './refuse-open-sandbox.ts';

test.each(['127.0.0.1', 'localhost', '::1'])('sandbox mode listens on %s', (host) => {
  expect(() => refuseOpenSandbox({ mode: 'sandbox', host })).not.toThrow();
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'sync.example.com'])(
  'sandbox mode is refused on %s, and says what to do; real mode is not',
  (host) => {
    expect(() => refuseOpenSandbox({ mode: 'sandbox', host })).toThrow(/LOCKSTEP_HOST.*--no-sandbox/);
    expect(() => refuseOpenSandbox({ mode: 'real', host })).not.toThrow();
  },
);
