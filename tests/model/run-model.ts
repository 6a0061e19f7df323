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
  /** Ends with the first failure as it was met: shrinking can take longer than all that went before, and a run cut short in it loses its seed. */
  unshrunk?: boolean;
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

export interface ModelOutcome {
  /** Commands that were run. */
  steps: number;
  /** Seed, path, replayPath and commands of the life that failed, and how; it then becomes a named test in a found*.test.ts. */
  failure: string | null;
}

/** Random lives of one or two mailboxes. */
export async function runModel({ seed, runs, commands, people, path, replayPath, unshrunk = false }: ModelRun): Promise<ModelOutcome> {
  let steps = 0;
  let lives = 0;
  let database: FreshDatabase = await freshDatabase();
  const life = fc.asyncProperty(
    fc.commands(modelCommands, { maxCommands: commands, size: 'max', ...(replayPath ? { replayPath } : {}) }),
    settings,
    fc.boolean(),
    fc.scheduler(),
    async (acts, chosen, places, scheduler) => {
      if (lives > 0 && lives % livesPerDatabase === 0) {
        await database.close();
        database = await freshDatabase();
      }
      lives += 1;
      const real = await openReal({ database, people, settings: chosen, places, scheduler });
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
    const details = await fc.check(life, { seed, numRuns: runs, endOnFailure: unshrunk, ...(path ? { path } : {}) });
    if (!details.failed) return { steps, failure: null };
    const { errorInstance: error } = details;
    return { steps, failure: `${await fc.asyncDefaultReportMessage(details)}\n${error instanceof Error ? error.stack : String(error)}` };
  } finally {
    await database.close();
  }
}
