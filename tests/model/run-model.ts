import fc from 'fast-check';
import { type FreshDatabase, freshDatabase } from '../setup/index.ts';
import { modelCommands } from './model-commands.ts';
import { openReal } from './model-world.ts';

export interface ModelRun {
  seed: number;
  runs: number;
  commands: number;
  /** Mailboxes of one customer, on one Salesforce org. */
  people: 1 | 2;
  path?: string;
  replayPath?: string;
}

/** So many lives share a database before a fresh one is taken. */
const livesPerDatabase = 50;

const settings = fc.constantFrom<Record<string, unknown>>(
  {},
  {},
  { 'contact.conflict': 'ask', 'event.conflict': 'ask' },
  { 'contact.deletions.up': false, 'task.deletions.down': false },
  { 'email.up': true },
  { 'email.up': true },
);

/**
 * Random lives of one or two mailboxes. A failure prints seed, path and the shrunk commands; it then becomes a named test in found.test.ts.
 * @returns how many commands were run.
 */
export async function runModel({ seed, runs, commands, people, path, replayPath }: ModelRun): Promise<number> {
  let steps = 0;
  let lives = 0;
  let database: FreshDatabase = await freshDatabase();
  const life = fc.asyncProperty(
    fc.commands(modelCommands, { maxCommands: commands, size: 'max', ...(replayPath ? { replayPath } : {}) }),
    settings,
    fc.scheduler(),
    async (acts, chosen, scheduler) => {
      lives += 1;
      if (lives % livesPerDatabase === 0) {
        await database.close();
        database = await freshDatabase();
      }
      const real = await openReal({ database, people, settings: chosen, scheduler });
      const model = { steps: 0 };
      try {
        await fc.asyncModelRun(() => ({ model, real }), acts);
        await real.quiet();
      } finally {
        steps += model.steps;
        await real.close();
      }
    },
  );
  try {
    await fc.assert(life, { seed, numRuns: runs, ...(path ? { path } : {}) });
  } finally {
    await database.close();
  }
  return steps;
}
