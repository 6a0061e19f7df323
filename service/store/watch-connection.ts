import type { DatabaseAway } from './database-away.ts';

/** How long between two looks at a database that is away, and between two words about a full disk, in milliseconds. */
const pause = 500;
const silence = 60_000;
const diskFull = '53100';

export interface ConnectionWatch {
  /** A statement or an idle connection failed: look whether the database is there. */
  suspect(error?: DatabaseAway): void;
  stop(): void;
}

/**
 * Tells once that the database is away and once that it is back, however many statements fail meanwhile. `probe` asks it anything and fails where
 * it cannot.
 */
export function watchConnection(probe: () => Promise<unknown>, tell: (line: string) => void): ConnectionWatch {
  let timer: NodeJS.Timeout | undefined;
  let watching = false;
  let stopped = false;
  let told = false;
  let quiet: NodeJS.Timeout | undefined;
  const tellOfFullDisk = () => {
    if (quiet) return;
    tell('The disk of the database is full. Free some space there; nothing is lost, and synchronization goes on by itself then.');
    quiet = setTimeout(() => (quiet = undefined), silence);
    quiet.unref();
  };
  const look = () => {
    probe().then(
      () => {
        if (told && !stopped) tell('The database is back; synchronization goes on.');
        [watching, told] = [false, false];
      },
      (error: unknown) => {
        if (stopped) return;
        const why = error instanceof Error ? error.message : String(error);
        if (!told)
          tell(
            `The database is away (${why}). The service waits for it, nothing is lost; if you run it yourself (DATABASE_URL), start it again.`,
          );
        told = true;
        timer = setTimeout(look, pause);
        timer.unref();
      },
    );
  };
  return {
    suspect(error) {
      if (watching || stopped) return;
      // It answers well, and takes nothing: asking it would tell nothing new.
      if ((error?.cause as { code?: string } | undefined)?.code === diskFull) return tellOfFullDisk();
      watching = true;
      look();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(quiet);
    },
  };
}
