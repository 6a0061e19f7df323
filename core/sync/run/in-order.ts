/**
 * Lets the books be written while the next answer is on its way: one task at a time, in order, at most one waiting. `next` resolves when
 * the task before it has finished and throws what that one threw.
 */
export function inOrder() {
  let running: Promise<void> = Promise.resolve();
  return {
    async next(task: () => Promise<void>): Promise<void> {
      const before = running;
      running = before.then(task);
      // The rejection is delivered by the next call or by settled(); this keeps it from counting as unhandled meanwhile.
      running.catch(() => {});
      await before;
    },
    settled: (): Promise<void> => running,
  };
}
