import { expect, it } from 'vitest';
import { runModel } from './run-model.ts';

/** A fixed seed keeps a push reproducible; LOCKSTEP_MODEL_SEED tries another, the long run a fresh one. The other hundred lives are model-of-two.test.ts's. */
const seed = Number(process.env.LOCKSTEP_MODEL_SEED ?? 20_261_122);
const runs = Number(process.env.LOCKSTEP_MODEL_RUNS ?? 100);

it(`holds the invariants over ${runs} random lives of a mailbox (seed ${seed})`, { timeout: 600_000 }, async () => {
  const { steps, failure } = await runModel({ seed, runs, commands: 8, people: 1 });
  process.stdout.write(`model: ${steps} steps, seed ${seed}\n`);
  expect(failure).toBeNull();
  expect(steps).toBeGreaterThan(runs);
});
