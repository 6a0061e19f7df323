import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { inOtherScheme } from './other-scheme.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a scheme can change: colours against each other, of words, of a link in its text. */
const ofColours = ['color-contrast', 'link-in-text-block'];

declare const window: { axe: typeof axe };

/** axe goes into the page once, and only lines come out: reading it in and handing its whole report over took as long as looking. */
const look = async (page: Page, runOnly: RunOptions['runOnly']): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
  return page.evaluate(async (asked) => {
    const { violations } = await window.axe.run(document, asked);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
    );
  }, options);
};

/**
 * What axe finds against WCAG 2.2 AA in light and in dark, as lines that name the rule and the place; none is the only good answer. The schemes
 * differ in their colours alone, so that the second look is at those.
 */
export const findFlaws = async (page: Page): Promise<string[]> => [
  ...(await look(page, { type: 'tag', values: standards })),
  ...(await inOtherScheme(page, () => look(page, { type: 'rule', values: ofColours }))),
];

/** Wider than the window: something would be cut off or scroll sideways (WCAG 1.4.10). The console scrolls inside its main part. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );
