import { readPostmaster } from './postmaster-file.ts';
import { type EmbeddedServer, type ServerOptions, startServer } from './start-server.ts';

/** How often the server is looked for, and how long to wait after a start that failed, in milliseconds. */
const period = 250;
const patience = 2_000;

/** Told to people: the server ended, it could not be started (and what to do), it is back. */
export type TellOfServer = (line: string) => void;

/**
 * Keeps the embedded server running as long as the service does: when it ends (killed, out of memory, disk full) it is started again on the same
 * port, so that every pool finds it by itself. What cannot be started is told once and tried again, until somebody has put it right.
 *
 * @returns the server, whose `stop` ends the keeping too.
 */
export function keepServer(server: EmbeddedServer, options: ServerOptions, tell: TellOfServer, start = startServer): EmbeddedServer {
  let current = server;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let mending: Promise<void> = Promise.resolve();
  let told = '';

  const mend = async () => {
    if (stopping || readPostmaster(server.folder)) return period;
    if (told === '') tell('The database server has ended; it is started again.');
    told ||= 'ended';
    try {
      current = await start({ ...options, port: server.port });
      told = '';
      tell('The database server runs again; nothing that was committed is lost.');
      return period;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (why !== told) tell(`${why}\n  The service waits and tries again every ${patience / 1000} s.`);
      told = why;
      return patience;
    }
  };
  const look = (after: number) => {
    if (stopping) return;
    timer = setTimeout(() => {
      mending = mend().then(look);
    }, after);
    timer.unref();
  };
  look(period);
  return {
    ...server,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await mending;
      await current.stop();
    },
  };
}
