import { expect, it } from 'vitest';
import type { LinkLine } from '../../../core/model/index.ts';
import { sortLinks } from './sort-links.ts';

const line = (outlookId: string | null, salesforceId: string | null, more: Partial<LinkLine> = {}): LinkLine => ({
  ...{ kind: 'link', object: 'contact', outlookId, salesforceId, key: null, state: 'linked', madeByUs: null },
  ...{ baseOutlook: null, baseSalesforce: null, outlookVersion: null, salesforceVersion: null },
  ...more,
});
const sort = (given: LinkLine[], standing: LinkLine[] = []) =>
  sortLinks(
    given.map((one, place) => ({ line: one, place })),
    standing,
  );

it('takes a pair once, whether it stands here or comes twice', () => {
  expect(sort([line('o', 's'), line('o', 's')])).toMatchObject({ fresh: [{ outlookId: 'o' }], known: 1, refused: [] });
  expect(sort([line('o', 's')], [line('o', 's')])).toMatchObject({ fresh: [], known: 1 });
});

it('never gives an item a second partner, here or within the file', () => {
  expect(sort([line('o', 'other')], [line('o', 's')]).refused).toMatchObject([
    { at: 0, what: expect.stringContaining('contact o in Outlook') },
  ]);
  expect(sort([line('o', 's'), line('p', 's')]).refused).toMatchObject([
    { at: 1, what: expect.stringContaining('contact s in Salesforce') },
  ]);
  expect(sort([line('o', 's'), line('o', 's', { object: 'event' })]).refused).toEqual([]);
});

it('lets ended links of the same items be many, beside the live one', () => {
  const ended = { state: 'ended' as const };
  expect(sort([line('o', 's', ended), line('o', 't', ended), line('o', 's')]).fresh).toHaveLength(3);
  expect(sort([line('o', 's')], [line('o', 's', ended)]).fresh).toHaveLength(1);
});

it('refuses a link of nothing', () => {
  expect(sort([line(null, null)]).refused).toMatchObject([{ at: 0 }]);
});
