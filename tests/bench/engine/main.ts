/** The engine in a process of its own, so that its memory is that of a service; told by the bench over IPC what to do. */
import type { EngineAnswer, EngineAsk } from './engine-messages.ts';
import { type BenchEngine, openBenchEngine } from './open-engine.ts';

let engine: BenchEngine | undefined;

async function answer(ask: EngineAsk): Promise<unknown> {
  if (ask.do === 'open') {
    engine = await openBenchEngine(ask.data, ask.mailbox);
    return { postmaster: engine.postmaster, folder: engine.folder };
  }
  if (!engine) throw new Error('the engine is not open');
  if (ask.do === 'run') return engine.run(ask.offset);
  await engine.close();
  return null;
}

process.on('message', (ask: EngineAsk) => {
  answer(ask).then(
    (value) => send({ ok: true, value }),
    (error: unknown) => send({ ok: false, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// The bench is gone: nobody waits for this process any more.
process.on('disconnect', () => {
  (engine?.close() ?? Promise.resolve()).finally(() => process.exit(0));
});

function send(message: EngineAnswer): void {
  process.send?.(message);
}
