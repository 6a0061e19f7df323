import { type Config, ConfigFailure, isLoopback } from '../config/index.ts';

/** The demo accounts have a password that everybody knows, and anybody may move the clock: sandbox mode is for this computer alone. */
export function refuseOpenSandbox({ mode, host }: Pick<Config, 'mode' | 'host'>): void {
  if (mode === 'sandbox' && !isLoopback(host))
    throw new ConfigFailure(
      `Sandbox mode listens on 127.0.0.1, localhost or ::1 only, not on ${host}: its accounts have a known password. Take LOCKSTEP_HOST away, or start with --no-sandbox.`,
    );
}
