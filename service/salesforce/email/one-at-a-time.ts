let last: Promise<unknown> = Promise.resolve();

/** Runs one task of this process after the other: each holds a whole file in memory, three times over while it is written. */
export function oneAtATime<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task, task);
  last = next.catch(() => undefined);
  return next;
}
