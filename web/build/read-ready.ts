import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Ready {
  service: string;
  console: string;
  taskpane: string;
  tls?: { service: string; ca: string };
}

/** What the running service says of itself; explains itself and ends the process where none runs. */
export const readReady = (folder: string): Ready => {
  try {
    return JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')) as Ready;
  } catch {
    console.error(
      `No service runs on ${folder}: ready.json is not there. Start it first with "npm start", or name its folder: --data DIR (or LOCKSTEP_DATA).`,
    );
    process.exit(1);
  }
};
