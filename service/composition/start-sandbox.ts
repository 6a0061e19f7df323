import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ConfigFailure } from '../config/index.ts';
import { findSandbox, type Sandbox } from './sandbox-addresses.ts';

export interface SandboxProcess {
  sandbox: Sandbox;
  stop(): Promise<void>;
}

/** Starts the sandbox as a process of its own and waits until it announces itself. Its lines go to `tell`. */
export async function startSandbox(options: {
  port: number;
  data: string;
  world: string | undefined;
  tell(line: string): void;
}): Promise<SandboxProcess> {
  const { port, data, world, tell } = options;
  const args = ['--port', String(port), '--data', data, ...(world === undefined ? [] : ['--world', world])];
  // A group of its own: Ctrl-C reaches this process alone, which stops the service before the world goes away under it.
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../sandbox/main.ts'), ...args], {
    // The channel ends with this process, however that ends: no kill leaves a sandbox behind that holds the folder and the ports.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const said: string[] = [];
  const hear = (part: Buffer) => {
    for (const line of String(part).split('\n').filter(Boolean)) {
      said.push(line);
      tell(line.trim());
    }
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const sandbox = await ready(child, data, said);
  let stopping = false;
  child.once('exit', (code, signal) => {
    if (!stopping) tell(`The sandbox has ended (${signal ?? code}); nothing is lost. Press Ctrl-C and run npm start again.`);
  });
  return {
    sandbox,
    stop() {
      stopping = true;
      return stop(child);
    },
  };
}

async function ready(child: ChildProcess, data: string, said: readonly string[]): Promise<Sandbox> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new ConfigFailure(`The sandbox did not start:\n${said.join('\n')}`);
    const found = findSandbox(data);
    if (found && found.pid === child.pid) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
