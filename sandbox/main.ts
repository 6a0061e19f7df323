import { OperatorError } from './world/start/operator-error.ts';
import { readOptions } from './world/start/read-options.ts';
import { startSandbox } from './world/start/start-sandbox.ts';

try {
  const sandbox = await startSandbox(readOptions(process.argv.slice(2), process.env), (line) => console.log(line));
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    console.log(`stopping (${signal})`);
    sandbox.stop().then(
      () => process.exit(0),
      (failure: unknown) => {
        console.error(failure);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Started by another program with a channel to it: ends when that program does, also by a kill.
  process.on('disconnect', () => stop('its parent ended'));
} catch (failure) {
  if (!(failure instanceof OperatorError)) throw failure;
  console.error(failure.text);
  process.exit(1);
}
