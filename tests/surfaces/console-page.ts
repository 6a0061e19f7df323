import { join } from 'node:path';
import type { Page } from 'playwright';
import { type Browser, collectErrors, launch } from './browser/launch.ts';
import { builtSurfaces } from './built-surfaces.ts';
import { demoWorld } from './fake-service/answer.ts';
import { type FakeService, startFakeService } from './fake-service/start-fake-service.ts';

export interface ConsoleBench {
  service: FakeService;
  /** Opens the console for any browser at a place, signed in as the administrator; what went wrong unseen is collected in `errors`. */
  open(place: string, width?: number, scheme?: 'light' | 'dark'): Promise<Page>;
  errors: string[];
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** A browser before the fake service, for tests of the console's screens. */
export const consoleBench = async (): Promise<ConsoleBench> => {
  const built = await builtSurfaces();
  const service = await startFakeService({ ...built, officeJs: join(import.meta.dirname, 'browser') });
  const browser: Browser = await launch();
  let errors: string[] = [];
  const email = 'admin@acme.example';
  return {
    service,
    get errors() {
      return errors;
    },
    open: async (place, width = 1280, scheme = 'light') => {
      const page = await browser.context.newPage();
      errors = collectErrors(page);
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${service.url}/api/health`);
      const kept = {
        ...{ nested: false, accountId: email, email, name: '', accessToken: `token ${email}`, refreshToken: `refresh ${email}` },
        expiresAt: Date.now() + 3_600_000,
      };
      await page.evaluate((signedIn) => sessionStorage.setItem('lockstep:sign-in', JSON.stringify(signedIn)), kept);
      await page.goto(`${service.url}/console/${place}`);
      return page;
    },
    reset: async () => {
      await Promise.all(browser.context.pages().map((page) => page.close()));
      service.world = demoWorld(Date.now());
      service.asked.length = 0;
      service.broken = undefined;
      errors = [];
    },
    close: async () => {
      await browser.close();
      await service.close();
    },
  };
};
