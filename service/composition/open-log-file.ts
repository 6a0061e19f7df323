import { mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';

/** The log as a file. Where it cannot be written (a full disk), that is said once and the service goes on: no mailbox waits for a log line. */
export function openLogFile(file: string): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: opened(file), mkdir: true, sync: false });
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

/** Open at once: a start that is refused in its first moment would end in the middle of opening, with a stack. What cannot be opened is told later, by name. */
function opened(file: string): number | string {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openSync(file, 'a', 0o600);
  } catch {
    return file;
  }
}
