import { expect, it } from 'vitest';
import { readBatchAnswers } from './read-batch-answers.ts';

it('sorts answers by id, takes the first of each and ignores what was not asked', () => {
  const responses = [
    { id: '2', status: 429, headers: { 'retry-after': '0.3' }, body: { error: {} } },
    { id: '0', status: 204 },
    { id: '0', status: 500 },
    { id: '7', status: 200 },
    { id: 'x', status: 200 },
  ];
  expect(readBatchAnswers({ responses }, 3)).toEqual([
    { status: 204, retryAfter: null, body: null },
    undefined,
    { status: 429, retryAfter: '0.3', body: { error: {} } },
  ]);
});

it('leaves every place open where the answer is no batch answer', () => {
  expect(readBatchAnswers('<html>', 2)).toEqual([undefined, undefined]);
});
