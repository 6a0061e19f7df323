import { expect, it } from 'vitest';
import { runModel } from './run-model.ts';

/** A fresh seed each time. LOCKSTEP_MODEL_SEED, _PATH and _REPLAY (all printed by a failure) repeat one life. */
const { LOCKSTEP_MODEL_SEED, LOCKSTEP_MODEL_PATH: path, LOCKSTEP_MODEL_REPLAY: replayPath, LOCKSTEP_MODEL_STEPS } = process.env;
const seed = Number(LOCKSTEP_MODEL_SEED ?? Date.now() % 2 ** 31);
const wanted = Number(LOCKSTEP_MODEL_STEPS ?? 20_000);
/** Lives of up to 40 commands, 20 in the middle. */
const commands = 40;

it(`holds the invariants over ${wanted} steps of mailboxes' lives (seed ${seed})`, async () => {
  let steps = 0;
  for (let part = 0; steps < (path ? 1 : wanted); part += 1) {
    steps += await runModel({
      seed: seed + part,
      runs: 50,
      commands,
      people: part % 2 === 0 ? 1 : 2,
      ...(path ? { path } : {}),
      ...(replayPath ? { replayPath } : {}),
    });
  }
  process.stdout.write(`model: ${steps} steps, seed ${seed}\n`);
  expect(steps).toBeGreaterThanOrEqual(path ? 1 : wanted);
});
