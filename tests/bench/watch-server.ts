import { memoryOfServer } from './memory.ts';

const every = 250;

/** Watches the database server's memory while `run` goes on; answers the most it saw, in MiB. */
export async function watchServer<T>(postmaster: number, run: () => Promise<T>): Promise<{ value: T; peak: number }> {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, memoryOfServer(postmaster));
  };
  const timer = setInterval(look, every);
  try {
    const value = await run();
    look();
    return { value, peak };
  } finally {
    clearInterval(timer);
  }
}
