import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of package.json: what health answers and clients are compared with. */
export const version = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version;
