import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config/index.ts';

const client = z.object({ id: z.string(), secret: z.string() });
const ready = z.object({
  identity: z.string(),
  graph: z.string(),
  exchange: z.string(),
  salesforce: z.string(),
  world: z.string(),
  smtp: z.string(),
  tls: z.object({ identity: z.string(), graph: z.string(), ca: z.string() }).optional(),
  tenant: z.string(),
  graphClient: client,
  salesforceClient: client,
  surfacesClient: z.object({ id: z.string(), scope: z.string() }),
  signInClient: client,
  pid: z.number(),
});
export type Sandbox = z.infer<typeof ready>;

/** The sandbox that runs on this data folder, as it announces itself; undefined where none does, or only a killed one's words are left. */
export function findSandbox(data: string): Sandbox | undefined {
  let text: string;
  try {
    text = readFileSync(join(data, 'sandbox', 'ready.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const found = ready.parse(JSON.parse(text));
  return isAlive(found.pid) ? found : undefined;
}

/** Its addresses in place of Microsoft's and Salesforce's: from here on nothing knows that it talks to an emulator. */
export function useSandbox(config: Config, sandbox: Sandbox): Config {
  const { identity, graph, salesforce, world, graphClient, salesforceClient, smtp } = sandbox;
  return { ...config, identity, graph, salesforce, world, graphClient, salesforceClient, smtpUrl: config.smtpUrl ?? smtp };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
