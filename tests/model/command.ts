import fc from 'fast-check';
import type { Real } from './real.ts';

interface Model {
  steps: number;
}
export type ModelCommand = fc.AsyncCommand<Model, Real>;

/** What people, providers and time do to mailboxes. A command that finds nothing to act on does nothing. */
export function command(text: string, act: (real: Real) => Promise<void> | void): ModelCommand {
  return {
    check: () => true,
    async run(model, real) {
      model.steps += 1;
      await act(real);
      await real.always();
    },
    toString: () => text,
  };
}

export const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
export const index = fc.nat({ max: 7 });
/** Most of what happens, happens to the first of two people. */
export const who = fc.constantFrom(0, 0, 0, 1);
export const word = fc.constantFrom('Red', 'Blue', 'Gray', 'Teal');
