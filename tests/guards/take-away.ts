import type { Guard } from './guard.ts';

/** The file without the guard. Throws where the guard's text does not stand there exactly once: then the list is out of date. */
export function takeAway(guard: Guard, source: string): string {
  const found = source.split(guard.find).length - 1;
  if (found !== 1) throw new Error(`"${guard.name}" stands ${found} times in ${guard.file}, not once: mend it in tests/guards`);
  // A function, so that "$" in the replacement means itself.
  return source.replace(guard.find, () => guard.replace);
}
