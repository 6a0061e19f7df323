import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm start` tells other programs, as README describes it. */
export interface Ready {
  service: string;
  console: string;
  taskpane: string;
  identity: string;
  graph: string;
  exchange: string;
  salesforce: string;
  world: string;
  tenant: string;
  graphClient: { id: string; secret: string };
  salesforceClient: { id: string; secret: string };
  accounts: { role: string; email: string; password: string; token: string }[];
  tls?: { service: string; taskpane: string; identity: string; graph: string; ca: string };
}

/** Writes it whole or not at all, for the owner's eyes only; answers how to remove it. */
export function writeReadyFile(data: string, ready: Partial<Ready>): () => void {
  const file = join(data, 'ready.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(ready, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return () => rmSync(file, { force: true });
}
