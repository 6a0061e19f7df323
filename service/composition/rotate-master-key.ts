import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type Config, ConfigFailure } from '../config/index.ts';
import { masterKeyId, rewrapDataKey } from '../secrets/index.ts';
import { rotateKeys } from '../store/index.ts';
import { keyFile, keysOf, loadKeys } from './keys.ts';

const given = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);

/**
 * Puts this installation under a new master key: the one given, or for a key in a file a fresh one. The new key is on the disk before anything is
 * sealed with it, and takes the old one's place after; a rotation that was cut in between is finished by the next one.
 *
 * @returns what to say.
 */
export async function rotateMasterKey(config: Config, ownerUrl: string, fresh: string | undefined): Promise<string[]> {
  const old = loadKeys(config);
  const inFile = config.masterKey === null;
  if (fresh !== undefined && !given.safeParse(fresh).success)
    throw new ConfigFailure('LOCKSTEP_NEW_MASTER_KEY must be 32 bytes in base64: openssl rand -base64 32');
  if (fresh === undefined && !inFile)
    throw new ConfigFailure(
      'The master key comes from LOCKSTEP_MASTER_KEY: make a new one with "openssl rand -base64 32", keep a copy in a safe place, and give it as LOCKSTEP_NEW_MASTER_KEY.',
    );
  const next = `${keyFile(config)}.next`;
  const key = fresh ?? (existsSync(next) ? readFileSync(next, 'utf8').trim() : randomBytes(32).toString('base64'));
  if (inFile) writeFileSync(next, `${key}\n`, { mode: 0o600 });
  const now = keysOf(Buffer.from(key, 'base64'));
  const { keys, chains } = await rotateKeys(ownerUrl, {
    from: masterKeyId(old.master),
    to: masterKeyId(now.master),
    rewrap: (customerId, stored) => rewrapDataKey(old.master, now.master, customerId, stored),
    auditKeys: { from: old.audit, to: now.audit },
  });
  if (inFile) renameSync(next, keyFile(config));
  return [
    `${keys} data keys and ${chains} audit logs are under the new master key ${masterKeyId(now.master)}; the stored sign-ins stay as they are.`,
    inFile
      ? `It stands in ${keyFile(config)}. Keep a copy in a safe place; backups made before need the old one.`
      : 'Give it as LOCKSTEP_MASTER_KEY from now on, to the service and to every worker; backups made before need the old one.',
  ];
}
