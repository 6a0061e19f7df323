import { pino } from 'pino';

/** The log as a file. Where it cannot be written (a full disk), that is said once and the service goes on: no mailbox waits for a log line. */
export function openLogFile(file: string): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: file, mkdir: true, sync: false });
  let said = false;
  destination.on('error', (error: Error) => {
    if (!said)
      process.stderr.write(
        `The log ${file} cannot be written (${error.message}). The service goes on without it; make room and restart.\n`,
      );
    said = true;
  });
  return destination;
}
