import type { Handlers } from '../handler.ts';
import { conflictHandlers } from './conflict-handlers.ts';
import { coverageHandlers } from './coverage-handlers.ts';
import { customizationHandlers } from './customization-handlers.ts';
import { fixHandlers } from './fix-handlers.ts';
import { groupHandlers } from './group-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { holdHandlers } from './hold-handlers.ts';
import { itemHandlers } from './item-handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import { mailHandlers } from './mail-handlers.ts';
import { mappingHandlers } from './mapping-handlers.ts';
import { meHandlers } from './me-handlers.ts';
import { movePreviewHandlers } from './move-preview-handlers.ts';
import { openLedgerHandlers } from './open-ledger-handlers.ts';
import { organizationHandlers } from './organization-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
import { previewHandlers } from './preview-handlers.ts';
import { rehearsalHandlers } from './rehearsal-handlers.ts';
import { salesforceOrgHandlers } from './salesforce-org-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { sessionLogHandlers } from './session-log-handlers.ts';
import { settingChangeHandlers } from './setting-change-handlers.ts';
import { settingHandlers } from './setting-handlers.ts';
import { signInHandlers } from './sign-in-handlers.ts';
import { sourceHandlers } from './source-handlers.ts';
import { summaryHandlers } from './summary-handlers.ts';
import { userHandlers } from './user-handlers.ts';
import { visibilityHandlers } from './visibility-handlers.ts';
import { whyHandlers } from './why-handlers.ts';

/** One handler for each route of the contract: the type fails on one that is missing. */
export const handlers: Handlers = {
  ...meHandlers,
  ...signInHandlers,
  ...userHandlers,
  ...sessionHandlers,
  ...sessionLogHandlers,
  ...conflictHandlers,
  ...visibilityHandlers,
  ...whyHandlers,
  ...customizationHandlers,
  ...groupHandlers,
  ...settingChangeHandlers,
  ...movePreviewHandlers,
  ...fixHandlers,
  ...itemHandlers,
  ...organizationHandlers,
  ...holdHandlers,
  ...salesforceOrgHandlers,
  ...sourceHandlers,
  ...summaryHandlers,
  ...settingHandlers,
  ...mailHandlers,
  ...mappingHandlers,
  ...rehearsalHandlers,
  ...openLedgerHandlers,
  ...coverageHandlers,
  ...jobHandlers,
  ...planHandlers,
  ...previewHandlers,
  ...historyHandlers,
};
