import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ready } from '../../service/composition/ready-file.ts';
import { serviceEnvironment, serviceFlags } from './engine-process.ts';

export interface ServiceProcess {
  pid: number;
  /** From its start until the first sync of all mailboxes was done, console and API served. */
  milliseconds: number;
  /** One request to its API as the customer's administrator. */
  ask(path: string): Promise<void>;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('../../service/main.ts', import.meta.url));

/** The service as `npm run service` starts it, beside a sandbox that runs on the same data folder. */
export async function startService(data: string): Promise<ServiceProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [...serviceFlags, entry, '--port', '0', '--data', data], {
    env: serviceEnvironment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/^ {2}console {2}/m.test(said)) resolve();
    });
    gone.then(() => reject(new Error(`the service ended: ${said}`)));
  });
  const milliseconds = performance.now() - began;
  const { service, accounts } = JSON.parse(readFileSync(join(data, 'ready.json'), 'utf8')) as Ready;
  const token = accounts.find(({ role }) => role === 'customer-admin')?.token;
  return {
    pid: child.pid ?? 0,
    milliseconds,
    async ask(path) {
      const answer = await fetch(`${service}${path}`, { headers: { Authorization: `Bearer ${token}`, 'Lockstep-Client': 'bench/0.1.0' } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      await answer.text();
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
