import { it } from 'vitest';
import { runModel } from './run-model.ts';

/** A fresh seed each time; LOCKSTEP_MODEL_SEED and LOCKSTEP_MODEL_PATH (both printed by a failure) repeat one. */
const seed = Number(process.env.LOCKSTEP_MODEL_SEED ?? Date.now() % 2 ** 31);
const path = process.env.LOCKSTEP_MODEL_PATH;
const runs = Number(process.env.LOCKSTEP_MODEL_RUNS ?? 800);

it(`holds the invariants over long random lives of a mailbox (seed ${seed})`, async () => {
  const steps = await runModel({ seed, runs, commands: 40, milliseconds: 3_000_000, ...(path ? { path } : {}) });
  process.stdout.write(`model: ${steps} steps, seed ${seed}\n`);
});
