import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything is and which credentials work: read by tests, by the service in sandbox mode, and by people. */
export interface Ready {
  identity: string;
  graph: string;
  exchange: string;
  salesforce: string;
  world: string;
  smtp: string;
  /** undefined where no certificate could be made */
  tls?: { identity: string; graph: string; ca: string };
  tenant: string;
  /** `iss` of every token that identity gives */
  issuer: string;
  graphClient: { id: string; secret: string };
  salesforceClient: { id: string; secret: string };
  /** public client of the surfaces, and the scope that they ask for */
  surfacesClient: { id: string; scope: string };
  /** confidential client by which the service signs people in */
  signInClient: { id: string; secret: string };
  pid: number;
}

/** Writes DATA/sandbox/ready.json (0600) in one step, so that nobody reads half of it; gives back what removes it. */
export function writeReady(folder: string, ready: Ready): () => void {
  const file = join(folder, 'ready.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(ready, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return () => rmSync(file, { force: true });
}
