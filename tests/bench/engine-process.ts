import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineAnswer, EngineAsk, OpenAnswer, RunAnswer } from './engine/engine-messages.ts';

export interface EngineProcess extends OpenAnswer {
  pid: number;
  run(mailbox: string, offset: number): Promise<RunAnswer>;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('engine/main.ts', import.meta.url));

/** As package.json starts the service and its workers. */
export const serviceFlags = ['--max-semi-space-size=8'];
export const serviceEnvironment = { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/lockstep' };

/** Starts the engine in a child process; `profile`: a folder for its CPU profile. */
export async function startEngine(ask: { data: string; mailboxes: readonly string[]; profile: string | null }): Promise<EngineProcess> {
  const { profile, ...open } = ask;
  const execArgv = [...serviceFlags, ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])];
  const child = fork(entry, { execArgv, env: serviceEnvironment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  const tell = async (message: EngineAsk): Promise<unknown> => {
    const answered = once(child, 'message') as Promise<[EngineAnswer]>;
    child.send(message);
    const [answer] = await Promise.race([answered, gone.then((): never => fail('the engine process ended'))]);
    return answer.ok ? answer.value : fail(answer.message);
  };
  const opened = (await tell({ do: 'open', ...open })) as OpenAnswer;
  return {
    ...opened,
    pid: child.pid ?? 0,
    run: async (mailbox, offset) => (await tell({ do: 'run', mailbox, offset })) as RunAnswer,
    async stop() {
      await tell({ do: 'close' });
      child.disconnect();
      await gone;
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
