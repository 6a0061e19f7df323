import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadKeys } from './keys.ts';

const root = mkdtempSync(join(tmpdir(), 'lockstep-keys-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const of = (given: Partial<Parameters<typeof loadKeys>[0]> = {}) => {
  count += 1;
  return { mode: 'sandbox' as const, masterKey: null, masterKeyFile: null, data: join(root, `data-${count}`), ...given };
};

it('makes a key of 32 bytes once in sandbox mode, for its owner only, and finds it again', () => {
  const config = of();
  const made = loadKeys(config);
  expect(made.master).toHaveLength(32);
  expect(statSync(join(config.data, 'master.key')).mode & 0o777).toBe(0o600);
  expect(loadKeys(config)).toEqual(made);
  expect(loadKeys(of()).master).not.toEqual(made.master);
});

it('makes none against real tenants: losing it would lose every sign-in', () => {
  expect(() => loadKeys(of({ mode: 'real' }))).toThrow(/No master key\. Make one with "openssl rand -base64 32".*LOCKSTEP_MASTER_KEY/);
});

it('takes the given one before the file, and the file that is named', () => {
  const masterKey = Buffer.alloc(32, 7).toString('base64');
  const named = join(root, 'named.key');
  writeFileSync(named, `${Buffer.alloc(32, 9).toString('base64')}\n`);
  expect(loadKeys(of({ masterKey, masterKeyFile: named })).master).toEqual(Buffer.alloc(32, 7));
  expect(loadKeys(of({ mode: 'real', masterKeyFile: named })).master).toEqual(Buffer.alloc(32, 9));
});

it('refuses a file that holds no key, without showing what it holds', () => {
  const masterKeyFile = join(root, 'short.key');
  writeFileSync(masterKeyFile, 'hunter2');
  expect(() => loadKeys(of({ masterKeyFile }))).toThrow(/short\.key does not hold 32 bytes in base64\. Restore it from your copy/);
  try {
    loadKeys(of({ masterKeyFile }));
  } catch (error) {
    expect(String(error)).not.toContain('hunter2');
  }
  expect(readFileSync(masterKeyFile, 'utf8')).toBe('hunter2');
});

it('derives keys for audit and tokens that are neither the master key nor each other', () => {
  const { master, audit, tokens } = loadKeys(of());
  expect(new Set([master, audit, tokens].map((key) => key.toString('hex'))).size).toBe(3);
});
