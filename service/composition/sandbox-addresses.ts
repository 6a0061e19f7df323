import { existsSync, readFileSync } from 'node:fs';
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

/** The sandbox that runs on this data folder, as it announces itself; undefined where none does. */
export function findSandbox(data: string): Sandbox | undefined {
  const file = join(data, 'sandbox', 'ready.json');
  return existsSync(file) ? ready.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Its addresses in place of Microsoft's and Salesforce's: from here on nothing knows that it talks to an emulator. */
export function useSandbox(config: Config, sandbox: Sandbox): Config {
  const { identity, graph, salesforce, world, graphClient, salesforceClient, smtp } = sandbox;
  return { ...config, identity, graph, salesforce, world, graphClient, salesforceClient, smtpUrl: config.smtpUrl ?? smtp };
}
