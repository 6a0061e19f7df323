import type { Config } from '../config/index.ts';
import { lockDataFolder } from '../store/index.ts';
import { refuseOpenSandbox } from './refuse-open-sandbox.ts';
import { rememberMode } from './remember-mode.ts';

/**
 * The first thing a command does with its data folder, before anything is started on it: one service at a time, always of one mode, and
 * the sandbox's on this computer alone.
 * Answers what gives it back.
 */
export function openDataFolder(config: Pick<Config, 'data' | 'mode' | 'host'>): () => void {
  refuseOpenSandbox(config);
  const unlock = lockDataFolder(config.data, new Date());
  try {
    rememberMode(config);
    return unlock;
  } catch (error) {
    unlock();
    throw error;
  }
}
