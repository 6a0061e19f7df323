import { expect, it } from 'vitest';
import { sayCounts } from './say-counts.ts';

it('says what is in step, what was left and why, and what waits for a person', () => {
  const lines = sayCounts({
    mailboxes: 30,
    sources: 2,
    linked: [
      { object: 'contact', count: 1200 },
      { object: 'event', count: 1 },
    ],
    left: [{ object: 'event', reason: 'recurring', count: 2 }],
    issues: [{ object: 'contact', reason: 'duplicate-candidates', count: 1 }],
  });
  expect(lines).toEqual([
    '30 mailboxes in step: 1,200 contacts, 1 event on both sides.',
    'Calendars of Teams and sites that are read, too: 2.',
    'Left on one side: 2 events (recurring).',
    'Issues open: 1 contact (duplicate-candidates).',
  ]);
});

it('says so when there is nothing', () => {
  expect(sayCounts({ mailboxes: 1, sources: 0, linked: [], left: [], issues: [] })).toEqual([
    '1 mailbox in step: nothing yet on both sides.',
    'No issue is open.',
  ]);
});
