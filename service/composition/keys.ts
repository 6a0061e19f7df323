import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, ConfigFailure } from '../config/index.ts';
import { makeFolder } from '../store/index.ts';

export interface Keys {
  /** Wraps the data keys of all customers; 32 bytes. */
  master: Buffer;
  /** Signs the ends of audit chains; derived, so that it needs no care of its own. */
  audit: Buffer;
  /** Signs our access tokens. */
  tokens: Buffer;
}

/** In sandbox mode a master key is made on first use; against real tenants it must be given, because losing it loses every secret. */
export function loadKeys(config: Pick<Config, 'mode' | 'masterKey' | 'masterKeyFile' | 'data'>): Keys {
  return keysOf(config.masterKey ? Buffer.from(config.masterKey, 'base64') : readKeyFile(config));
}

/** What hangs on a master key. */
export function keysOf(master: Buffer): Keys {
  return { master, audit: derive(master, 'audit'), tokens: derive(master, 'tokens') };
}

/** Where the master key stands when it is not in the environment. */
export function keyFile({ masterKeyFile, data }: Pick<Config, 'masterKeyFile' | 'data'>): string {
  return masterKeyFile ?? join(data, 'master.key');
}

function readKeyFile(config: Pick<Config, 'mode' | 'masterKeyFile' | 'data'>): Buffer {
  const { mode } = config;
  const file = keyFile(config);
  if (!existsSync(file)) {
    if (mode === 'real')
      throw new ConfigFailure(
        `No master key. Make one with "openssl rand -base64 32", keep a copy in a safe place, and give it as LOCKSTEP_MASTER_KEY or as a file named by LOCKSTEP_MASTER_KEY_FILE.`,
      );
    makeFolder(dirname(file), 0o700);
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new ConfigFailure(`${file} does not hold 32 bytes in base64. Restore it from your copy.`);
  return key;
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'lockstep', purpose, 32));
}
