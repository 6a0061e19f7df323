import { expect, it } from 'vitest';
import { runModel } from './run-model.ts';

/** A fixed seed keeps a push reproducible; LOCKSTEP_MODEL_SEED tries another, the long run a fresh one. */
const seed = Number(process.env.LOCKSTEP_MODEL_SEED ?? 20_261_122);
const runs = Number(process.env.LOCKSTEP_MODEL_RUNS ?? 20);

it(`holds the invariants over random lives of a mailbox (seed ${seed})`, { timeout: 600_000 }, async () => {
  expect(await runModel({ seed, runs, commands: 25, milliseconds: 30_000 })).toBeGreaterThan(0);
});
