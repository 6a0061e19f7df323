import type { Answers } from './answer.ts';
import { page } from './reply.ts';

const line = (number: number, more: object) => ({
  ...{ at: '2026-11-22T12:00:00.000Z', kind: 'write', side: 'salesforce', object: 'contact', id: `00300000000000${number}AAA` },
  ...{ action: 'update', reason: null, fields: ['title', 'businessPhone'], message: null, ...more },
});

/** The log of a session: a write, and an issue with the provider's own words. */
export const sessionLogAnswers: Answers = [
  [
    /^GET \/api\/sessions\/[^/]+\/log$/,
    (_state, { query }) =>
      page(
        [line(1, {}), line(2, { kind: 'issue', action: null, reason: 'refused-by-rule', message: 'Close date required', fields: [] })],
        query,
      ),
  ],
];
