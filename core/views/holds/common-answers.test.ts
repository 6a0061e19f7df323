import { expect, test } from 'vitest';
import type { Issue } from '../../contract/client/index.ts';
import { type AskedHold, commonAnswers } from './common-answers.ts';

const asked = (...answers: Issue['answers']): AskedHold => ({ issue: { answers } }) as AskedHold;

test('only what every one takes can be said to all, the safe answer first', () => {
  expect(commonAnswers([])).toEqual([]);
  expect(commonAnswers([asked('allow', 'refuse'), asked('allow', 'refuse')])).toEqual(['refuse', 'allow']);
  expect(commonAnswers([asked('choose', 'create-new', 'retry', 'ignore'), asked('retry', 'ignore')])).toEqual(['retry', 'ignore']);
  expect(commonAnswers([asked('allow', 'refuse'), asked('retry', 'ignore')])).toEqual([]);
});
