import type { Answers } from './answer.ts';
import { historyAnswers } from './answer-history.ts';
import { coverageAnswers } from './coverage-answers.ts';
import { customerAnswers } from './customer-answers.ts';
import { groupAnswers } from './group-answers.ts';
import { holdAnswers } from './hold-answers.ts';
import { ledgerAnswers } from './ledger-answers.ts';
import { mailAnswers } from './mail-answers.ts';
import { mappingAnswers } from './mapping-answers.ts';
import { organizationPreviewAnswers } from './organization-preview-answers.ts';
import { pushAnswers } from './push-answers.ts';
import { salesforceAnswers } from './salesforce-answers.ts';
import { sessionLogAnswers } from './session-log-answers.ts';
import { settingChangeAnswers } from './setting-change-answers.ts';

/** What each feature's own file answers. */
export const featureAnswers: Answers = [
  ...coverageAnswers,
  ...customerAnswers,
  ...groupAnswers,
  ...holdAnswers,
  ...organizationPreviewAnswers,
  ...pushAnswers,
  ...historyAnswers,
  ...ledgerAnswers,
  ...mailAnswers,
  ...mappingAnswers,
  ...salesforceAnswers,
  ...sessionLogAnswers,
  ...settingChangeAnswers,
];
