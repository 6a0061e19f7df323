/** The engine in a process of its own, so that its memory is that of a service; told by the bench over IPC what to do. */
import { rmSync } from 'node:fs';
import { keepHeapSmall } from '../../../service/composition/keep-heap-small.ts';
import type { EngineAnswer, EngineAsk } from './engine-messages.ts';
import { type BenchEngine, openBenchEngine } from './open-engine.ts';

keepHeapSmall();
let opening: Promise<BenchEngine> | undefined;
let data: string | undefined;

async function answer(ask: EngineAsk): Promise<unknown> {
  if (ask.do === 'open') {
    data = ask.data;
    opening = openBenchEngine(ask.data, ask.mailboxes);
    const { postmaster, folder } = await opening;
    return { postmaster, folder };
  }
  const engine = await opening;
  if (!engine) throw new Error('the engine is not open');
  if (ask.do === 'run') return engine.run(ask.mailbox, ask.offset);
  await engine.close();
  return null;
}

process.on('message', (ask: EngineAsk) => {
  answer(ask).then(
    (value) => send({ ok: true, value }),
    (error: unknown) => send({ ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// The bench is gone: nobody waits for this process any more. Ctrl-C reaches the whole group, but ends only the bench; this one clears up.
process.on('disconnect', () => void leave());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

async function leave(): Promise<never> {
  const engine = await opening?.catch(() => undefined);
  await engine?.close().catch(() => {});
  for (const folder of [engine?.folder, data]) if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
}

function send(message: EngineAnswer): void {
  // Nobody may be there to hear it; leaving is the business of "disconnect".
  process.send?.(message, undefined, {}, () => {});
}
