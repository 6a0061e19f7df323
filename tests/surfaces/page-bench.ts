import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Browser, collectErrors, launch } from './browser/launch.ts';
import { type FakeService, startFakeService } from './fake-service/start-fake-service.ts';

export interface PageBench {
  readonly service: FakeService;
  readonly context: BrowserContext;
  readonly page: Page;
}

/**
 * A browser before the fake service for the tests of one file. Each test gets the demo world as it begins and a page of its own, and fails by
 * what went wrong on it without anybody seeing it.
 */
export const pageBench = (width = 1280): PageBench => {
  let service: FakeService;
  let browser: Browser;
  let page: Page;
  let errors: string[] = [];
  beforeAll(async () => {
    service = await startFakeService();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });
  beforeEach(async () => {
    service.begin();
    page = await browser.context.newPage();
    errors = collectErrors(page);
    await page.setViewportSize({ width, height: 900 });
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });
  return {
    get service() {
      return service;
    },
    get context() {
      return browser.context;
    },
    get page() {
      return page;
    },
  };
};
