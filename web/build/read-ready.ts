import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './surface-config.ts';

export interface Ready {
  service: string;
  console: string;
  taskpane: string;
  tls?: { service: string; ca: string };
}

/** What the running service says of itself; explains itself and ends the process where none runs. */
export const readReady = (): Ready => {
  const folder = process.env.LOCKSTEP_DATA ?? join(root, '.lockstep');
  try {
    return JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')) as Ready;
  } catch {
    console.error(
      `No service runs on ${folder}: ready.json is not there. Start it first with "npm start", or say its folder by LOCKSTEP_DATA.`,
    );
    process.exit(1);
  }
};
