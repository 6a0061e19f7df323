import type { Answers } from './answer.ts';
import { mailAnswers } from './mail-answers.ts';
import { salesforceAnswers } from './salesforce-answers.ts';

/** What each feature's own file answers. */
export const featureAnswers: Answers = [...mailAnswers, ...salesforceAnswers];
