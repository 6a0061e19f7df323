import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { findChromium } from '../../runner/ensure-chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  context: BrowserContext;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of a built extension, to be loaded. */
  extension?: string;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  forcedColors?: 'active' | 'none';
}

/** The Chromium of this machine, with a profile of its own; with an extension really loaded. */
export const launch = async ({
  extension,
  colorScheme = 'light',
  locale = 'en-GB',
  forcedColors = 'none',
}: LaunchOptions = {}): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), 'lockstep-chromium-'));
  const load = extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() as string,
    headless: true,
    args: [...flags, ...load, `--lang=${locale}`],
    colorScheme,
    forcedColors,
    locale,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
  });
  context.setDefaultTimeout(10_000);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

/** What went wrong on a page without anybody seeing it. Requests to nowhere are part of some tests and not counted. */
export const collectErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${error}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) errors.push(message.text());
  });
  return errors;
};
