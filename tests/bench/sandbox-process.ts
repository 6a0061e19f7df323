import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ready } from '../../sandbox/world/start/write-ready.ts';

export interface SandboxProcess {
  ready: Ready;
  /** One request to the world's control API. */
  ask<T>(path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

/** The emulators in a process of their own over an empty world, with no added delay. */
export async function startSandbox(data: string): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [entry, '--port', '0', '--data', data, '--world', 'empty'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready:')) resolve();
    });
    gone.then(() => reject(new Error(`the sandbox ended: ${said}`)));
  });
  const ready = JSON.parse(readFileSync(join(data, 'sandbox', 'ready.json'), 'utf8')) as Ready;
  return {
    ready,
    async ask<T>(path: string, body?: unknown): Promise<T> {
      const answer = await fetch(`${ready.world}${path}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
