import { join } from 'node:path';
import { build } from 'wxt';
import { root } from './surface-config.ts';

export type TargetBrowser = 'chrome' | 'edge' | 'firefox';

/** Builds the extension for one browser, all with manifest version 3, and answers its folder. */
export const buildExtension = async (browser: TargetBrowser, outDir = join(root, 'dist/extension')): Promise<string> => {
  await build({ root, browser, manifestVersion: 3, outDir, logger: quiet });
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
