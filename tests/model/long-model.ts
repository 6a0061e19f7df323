import { expect, it } from 'vitest';
import { runModel } from './run-model.ts';

/**
 * A fresh seed each time. A failure is told at once and as it was met, and the walk goes on, so that one run finds all that it can find;
 * LOCKSTEP_MODEL_SEED, _PATH and _REPLAY (all printed by a failure) repeat that one life and shrink it.
 */
const { LOCKSTEP_MODEL_SEED, LOCKSTEP_MODEL_PATH: path, LOCKSTEP_MODEL_REPLAY: replayPath, LOCKSTEP_MODEL_STEPS } = process.env;
const seed = Number(LOCKSTEP_MODEL_SEED ?? Date.now() % 2 ** 31);
/** Of all the steps each of the two files takes half, so that they run beside each other. */
const wanted = path ? 1 : Number(LOCKSTEP_MODEL_STEPS ?? 20_000) / 2;
/** Lives of up to 40 commands, 20 in the middle. */
const commands = 40;

/** Half of the long walk through random lives, all of one or all of two mailboxes. */
export function longModel(people: 1 | 2): void {
  it(`holds the invariants over ${wanted} steps of ${people === 1 ? 'a mailbox' : 'two mailboxes'} (seed ${seed})`, async () => {
    const say = (text: string) => process.stdout.write(`model, ${people} of 2 people: ${text}\n`);
    const failures: string[] = [];
    let steps = 0;
    for (let part = 0; steps < wanted; part += 1) {
      const one = { seed: seed + part, runs: 50, commands, people, unshrunk: !path };
      const outcome = await runModel({ ...one, ...(path ? { path } : {}), ...(replayPath ? { replayPath } : {}) });
      steps += outcome.steps;
      if (outcome.failure) {
        failures.push(outcome.failure);
        say(outcome.failure);
      }
      say(`${steps} of ${wanted} steps, seed ${seed}, ${failures.length} failures`);
    }
    expect(failures).toEqual([]);
  });
}
