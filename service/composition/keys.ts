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
  const master = config.masterKey ? Buffer.from(config.masterKey, 'base64') : readKeyFile(config);
  return { master, audit: derive(master, 'audit'), tokens: derive(master, 'tokens') };
}

function readKeyFile({ mode, masterKeyFile, data }: Pick<Config, 'mode' | 'masterKeyFile' | 'data'>): Buffer {
  const file = masterKeyFile ?? join(data, 'master.key');
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
