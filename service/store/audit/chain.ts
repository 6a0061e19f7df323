import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** What one audit row says; everything in it is under the hash. */
export interface AuditEntry {
  at: string;
  actorId: string | null;
  actorEmail: string | null;
  /** The customer for whom a partner acted. */
  onBehalfOf: string | null;
  reason: string | null;
  source: string;
  action: string;
  targetKind: string;
  targetId: string;
  before: unknown;
  after: unknown;
}

/** Each row's hash covers its own content, its place and the hash before it: nothing can be edited, removed or moved unseen. */
export function hashEntry(customerId: string, sequence: number, previousHash: string, entry: AuditEntry): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson({ ...entry, customerId, sequence })}`)
    .digest('hex');
}

/** The end of the chain is signed with a key that is not in the database: a cut tail cannot be given a new end. */
export function signHead(key: Buffer, customerId: string, sequence: number, hash: string): string {
  return createHmac('sha256', key).update(`${customerId} ${sequence} ${hash}`).digest('hex');
}

export const firstHash = '0'.repeat(64);
