import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { inOtherScheme } from './other-scheme.ts';

/**
 * Our pages hold no frame of another origin, so axe need not open a page of its own to put their parts together ("legacy mode"), which took as
 * long as looking.
 */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });

/**
 * What axe finds against WCAG 2.2 AA in light and in dark, as lines that name the rule and the place; none is the only good answer. The schemes
 * differ in their colours alone, so that the second look is at those.
 */
export const findFlaws = async (page: Page): Promise<string[]> => {
  const shown = await axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  const other = await inOtherScheme(page, () => axe(page).withRules(['color-contrast']).analyze());
  return [...shown.violations, ...other.violations].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
};

/** Wider than the window: something would be cut off or scroll sideways (WCAG 1.4.10). The console scrolls inside its main part. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );
