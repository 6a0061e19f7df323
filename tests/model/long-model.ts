import { expect, it } from 'vitest';
import { runModel } from './run-model.ts';

/** A fresh seed each time. LOCKSTEP_MODEL_SEED, _PATH and _REPLAY (all printed by a failure) repeat one life. */
const { LOCKSTEP_MODEL_SEED, LOCKSTEP_MODEL_PATH: path, LOCKSTEP_MODEL_REPLAY: replayPath, LOCKSTEP_MODEL_STEPS } = process.env;
const seed = Number(LOCKSTEP_MODEL_SEED ?? Date.now() % 2 ** 31);
/** Of all the steps each of the two files takes half, so that they run beside each other. */
const wanted = path ? 1 : Number(LOCKSTEP_MODEL_STEPS ?? 20_000) / 2;
/** Lives of up to 40 commands, 20 in the middle. */
const commands = 40;

/** Half of the long walk through random lives, all of one or all of two mailboxes. */
export function longModel(people: 1 | 2): void {
  it(`holds the invariants over ${wanted} steps of ${people === 1 ? 'a mailbox' : 'two mailboxes'} (seed ${seed})`, async () => {
    let steps = 0;
    for (let part = 0; steps < wanted; part += 1) {
      steps += await runModel({
        ...{ seed: seed + part, runs: 50, commands, people },
        ...(path ? { path } : {}),
        ...(replayPath ? { replayPath } : {}),
      });
      process.stdout.write(`model: ${steps} of ${wanted} steps with ${people} of 2 people, seed ${seed}\n`);
    }
    expect(steps).toBeGreaterThanOrEqual(wanted);
  });
}
