import type { Guard } from './guard.ts';

/** Rooms 4 to 9: what was read, what is gone, what is our own echo. */
export const guardsOfReading: readonly Guard[] = [
  {
    name: 'echo filter',
    prevents: 'our own write is taken for news and planned again',
    file: 'service/store/lane-store/save-page.ts',
    find: 'return !seen.removed && version === seen.version && before?.version !== seen.version;',
    replace: 'return version !== version;',
    test: { file: 'service/store/lane-store/reading.test.ts', name: 'the echo of our last write is stored as planned' },
  },
  {
    name: 'base per side',
    prevents: 'what a provider made of our write is taken for an edit and written back',
    file: 'core/sync/plan/merge-fields.ts',
    find: 'const salesforceChanged = salesforce !== input.baseSalesforce[rule.name];',
    replace: 'const salesforceChanged = salesforce !== input.baseOutlook[rule.name];',
    test: { file: 'core/sync/plan/plan-merge.test.ts', name: 'keeps a difference that a provider made of what we sent' },
  },
  {
    name: 'confirming desk',
    prevents: 'a hint ("removed") deletes the partner of what is still there',
    file: 'core/sync/run/confirm-removals.ts',
    find: 'proven.push(translate(run, side, answer.object, answer.item));',
    replace: 'proven.push({ ...hint, removed: true, confirmed: true });',
    test: {
      file: 'tests/scenarios/02-there-and-back.test.ts',
      name: 'keeps a contact that was moved there and back: "removed" is looked up by id first',
    },
  },
  {
    name: 'a failed look-up proves nothing',
    prevents: 'a mailbox that is out of reach counts as empty',
    file: 'core/sync/run/confirm-removals.ts',
    find: 'if (!hint || answer.error) continue;',
    replace: 'if (!hint) continue;',
    test: { file: 'tests/model/found.test.ts', name: 'loses no edit of the partner that was seen while the look-up failed' },
  },
  {
    name: 'no sweep before the listing is complete',
    prevents: 'half a listing deletes the other half',
    file: 'service/store/lane-store/save-page.ts',
    find: '    if (complete) {',
    replace: '    if (complete || !complete) {',
    test: { file: 'service/store/lane-store/reading.test.ts', name: 'a full listing sweeps only when it is complete' },
  },
  {
    name: 'keyset overlap',
    prevents: 'a record that becomes visible late is never read',
    file: 'service/salesforce/page-query.ts',
    find: 'const overlap = 10 * 60_000;',
    replace: 'const overlap = 0;',
    test: {
      file: 'tests/scenarios/17-same-second.test.ts',
      name: 'takes 5,000 rows of one second and the one that becomes visible 90 seconds late',
    },
  },
  {
    name: 'keyset by id within one second',
    prevents: 'bulk edits that share a stamp are skipped or read for ever',
    file: 'service/salesforce/page-query.ts',
    find: ' OR Id > ',
    replace: ' OR Id = ',
    test: {
      file: 'tests/scenarios/17-same-second.test.ts',
      name: 'takes 5,000 rows of one second and the one that becomes visible 90 seconds late',
    },
  },
  {
    name: 'unreadable is unknown',
    prevents: 'an item that cannot be read is overwritten or deleted',
    file: 'core/sync/plan/plan-unit.ts',
    find: 'if (unreadable.length > 0) return',
    replace: 'if (unreadable.length > 99) return',
    test: { file: 'core/sync/plan/plan-unit.test.ts', name: 'takes an unreadable item for unknown: nothing is written, an issue says why' },
  },
  {
    name: 'two candidates are a question',
    prevents: 'of two contacts with one address one is taken by guess',
    file: 'core/sync/identify/find-partners.ts',
    find: "else if (doubles.length > 0) found.set(itemKey(item), { kind: 'many', candidates: [...candidates, ...doubles] });",
    replace: '',
    test: { file: 'tests/scenarios/41-made-again.test.ts', name: 'ties the double that is left when a person deleted the other' },
  },
  {
    name: 'one refresh for all',
    prevents: 'a rotating refresh token is used twice and both workers lose it',
    file: 'core/connectivity/keep-token.ts',
    find: 'if (isBeingRenewed(present, keeping.clock.now())) {',
    replace: 'if (isBeingRenewed(present, Number.POSITIVE_INFINITY)) {',
    test: {
      file: 'core/connectivity/keep-token.test.ts',
      name: 'refreshes once for ten processes on one vault',
    },
  },
];
