import { join } from 'node:path';
import { build } from 'wxt';
import { root, surfaceConfig } from './surface-config.ts';

export type TargetBrowser = 'chrome' | 'edge' | 'firefox';

/** Builds the extension for one browser, all with manifest version 3, and answers its folder. With a service it knows that one from the start. */
export const buildExtension = async (browser: TargetBrowser, outDir = join(root, 'dist/extension'), service?: string): Promise<string> => {
  const define = { ...surfaceConfig.define, __LOCKSTEP_SERVICE__: JSON.stringify(service) ?? 'undefined' };
  await build({ root, browser, manifestVersion: 3, outDir, logger: quiet, vite: () => ({ ...surfaceConfig, define }) });
  return join(outDir, `${browser}-mv3`);
};

const nothing = (): void => undefined;
/** WXT draws progress bars; what matters comes as an exception. */
const quiet = {
  debug: nothing,
  log: nothing,
  info: nothing,
  success: nothing,
  warn: nothing,
  error: console.error,
  fatal: console.error,
  level: 0,
};
