import { conflictRoutes } from './conflicts.ts';
import { coverageRoutes } from './coverage.ts';
import { customizationRoutes } from './customization.ts';
import { groupRoutes } from './groups.ts';
import { historyRoutes } from './history.ts';
import { holdRoutes } from './holds.ts';
import { itemRoutes } from './items.ts';
import { jobRoutes } from './jobs.ts';
import { mailRoutes } from './mails.ts';
import { mappingRoutes } from './mapping.ts';
import { meRoutes } from './me.ts';
import { moveRoutes } from './moves.ts';
import { openLedgerRoutes } from './open-ledger.ts';
import { organizationRoutes } from './organizations.ts';
import { planRoutes } from './plans.ts';
import { previewRoutes } from './previews.ts';
import { rehearsalRoutes } from './rehearsal.ts';
import { salesforceOrgRoutes } from './salesforce-orgs.ts';
import { sessionLogRoutes } from './session-log.ts';
import { sessionRoutes } from './sessions.ts';
import { settingChangeRoutes } from './setting-changes.ts';
import { settingRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { sourceRoutes } from './sources.ts';
import { systemRoutes } from './system.ts';
import { userRoutes } from './users.ts';
import { visibilityRoutes } from './visibility.ts';
import { whyRoutes } from './why.ts';

/** The whole API, by "METHOD /path". */
export const routes = {
  ...systemRoutes,
  ...signInRoutes,
  ...meRoutes,
  ...userRoutes,
  ...sessionRoutes,
  ...sessionLogRoutes,
  ...conflictRoutes,
  ...visibilityRoutes,
  ...whyRoutes,
  ...customizationRoutes,
  ...groupRoutes,
  ...settingChangeRoutes,
  ...moveRoutes,
  ...itemRoutes,
  ...organizationRoutes,
  ...holdRoutes,
  ...salesforceOrgRoutes,
  ...sourceRoutes,
  ...settingRoutes,
  ...mailRoutes,
  ...mappingRoutes,
  ...rehearsalRoutes,
  ...openLedgerRoutes,
  ...coverageRoutes,
  ...jobRoutes,
  ...planRoutes,
  ...previewRoutes,
  ...historyRoutes,
};
export type Routes = typeof routes;
export type RouteKey = keyof Routes;
