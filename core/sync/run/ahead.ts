/**
 * The same, one step ahead: the next answer is under way while the present one is dealt with. Whoever leaves early waits for the one that is
 * under way, so that nothing is still being sent when the lane is given back; what it brings is looked up by the next run.
 */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const steps = source[Symbol.asyncIterator]();
  let coming = begin(steps);
  try {
    for (;;) {
      const step = await coming;
      if (step.done) return;
      coming = begin(steps);
      yield step.value;
    }
  } finally {
    await coming.catch(() => undefined);
    await steps.return?.();
  }
}

/** Its failure is told to whoever comes for it; until then it must not end the process. */
function begin<T>(steps: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const coming = steps.next();
  coming.catch(() => undefined);
  return coming;
}
