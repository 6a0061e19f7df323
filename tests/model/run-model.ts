import fc from 'fast-check';
import { modelCommands } from './model-commands.ts';
import { openReal } from './model-world.ts';

/** Random lives of a mailbox. A failure prints seed, path and the shrunk commands; it then becomes a named test in found.test.ts. */
export async function runModel(options: {
  seed: number;
  runs: number;
  commands: number;
  path?: string;
  milliseconds: number;
}): Promise<number> {
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(fc.commands(modelCommands, { maxCommands: options.commands, size: 'max' }), async (commands) => {
      const real = await openReal();
      const model = { steps: 0 };
      try {
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await real.quiet();
      } finally {
        steps += model.steps;
        await real.close();
      }
    }),
    {
      seed: options.seed,
      numRuns: options.runs,
      interruptAfterTimeLimit: options.milliseconds,
      ...(options.path ? { path: options.path } : {}),
    },
  );
  return steps;
}
