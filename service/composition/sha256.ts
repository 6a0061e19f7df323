import { createHash } from 'node:crypto';
import type { Hash } from '../../core/sync/index.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');
