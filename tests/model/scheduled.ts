import type { Scheduler } from 'fast-check';

/** What decides who goes on. */
export type Turns = Pick<Scheduler, 'schedule' | 'waitFor'>;

/** Lets a drawn order decide which of several runs takes its next step; a run alone is not held up. */
export function scheduled(scheduler: Turns) {
  let racing = false;
  const step = async (label: string): Promise<void> => {
    if (racing) await scheduler.schedule(Promise.resolve(), label);
  };
  return {
    /** Every call of the port waits for its turn, page by page where it iterates. */
    port<T extends object>(name: string, real: T): T {
      return new Proxy(real, {
        get(target, key) {
          const own = Reflect.get(target, key) as unknown;
          if (typeof own !== 'function') return own;
          const label = `${name}.${String(key)}`;
          if (key === 'read' || key === 'write')
            return (...given: unknown[]) => pages(label, own.apply(target, given) as AsyncIterable<unknown>);
          return async (...given: unknown[]) => {
            await step(label);
            return own.apply(target, given) as unknown;
          };
        },
      });
    },
    async together(runs: readonly (() => Promise<unknown>)[]): Promise<void> {
      racing = true;
      try {
        await scheduler.waitFor(Promise.allSettled(runs.map((run) => run())));
      } finally {
        racing = false;
      }
    },
  };
  async function* pages(label: string, source: AsyncIterable<unknown>) {
    for await (const page of source) {
      await step(label);
      yield page;
    }
  }
}
