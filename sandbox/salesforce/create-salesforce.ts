import { Hono } from 'hono';
import { OAuth } from '../identity/salesforce/index.ts';
import type { Desk } from '../world/desk.ts';
import type { Backend } from './call.ts';
import { createDispatcher } from './create-dispatcher.ts';
import { ensureOrg, Org, orgIdOf } from './org/index.ts';
import { type OrgControl, orgControl } from './org-control.ts';
import { type OrgDesk, orgDesk } from './org-desk.ts';
import { QueryCursors } from './query-cursors.ts';
import { refusalBody } from './refusal-body.ts';
import { serveApi } from './serve-api.ts';
import { serveOAuth } from './serve-oauth.ts';
import { serveSoap } from './serve-soap.ts';
import { Usage } from './usage.ts';

/** The Salesforce emulator: an org over the world's tables, its REST API and its OAuth. */
export interface SalesforceEmulator {
  app: Hono;
  /** what people and imports do in the org, without a token */
  org: OrgDesk;
  /** what an administrator switches */
  control: OrgControl;
  /** the external client app of ready.json */
  readonly client: { id: string; secret: string };
  /** an access token of a user, by user name, e-mail or id */
  issueToken(userName: string): string;
}

/** `url()` is the address under which this is served; it is asked when an answer must name it. */
export function createSalesforce({ desk, url }: { desk: Desk; url(): string }): SalesforceEmulator {
  const org = new Org(desk.world, desk.clock);
  const oauth = new OAuth(desk.world, desk.clock, org, url);
  const usage = new Usage(desk.world.table('salesforce.usage'), desk.clock);
  const cursors = new QueryCursors(desk.clock);
  desk.world.onReset(() => {
    usage.reset();
    cursors.clear();
    oauth.codes.clear();
  });
  const backend: Backend = { org, usage, cursors, dispatch: (call) => dispatch(call) };
  const dispatch = createDispatcher(desk, backend);
  // Clients are seen to ask for `//services/data/...` where they keep the instance URL with a slash at its end.
  const app = new Hono({ getPath: (request) => new URL(request.url).pathname.replace(/^\/{2,}/, '/') });
  app.notFound(() => Response.json(refusalBody(404), { status: 404 }));
  app.onError((error) => {
    console.error(error);
    return Response.json([{ errorCode: 'UNKNOWN_EXCEPTION', message: `The emulator failed: ${error.message}` }], { status: 500 });
  });
  serveOAuth(app, desk, oauth);
  serveApi(app, desk, oauth, backend);
  serveSoap(app, desk, oauth, backend);
  return {
    app,
    org: orgDesk(org, desk.world),
    control: orgControl(org, oauth, usage),
    get client() {
      const { id, secret } = oauth.clients.first;
      return { id, secret };
    },
    issueToken(userName) {
      ensureOrg(org);
      const user = oauth.activeUser(userName);
      return oauth.sessions.open(orgIdOf(org), { userId: String(user.Id), clientId: oauth.clients.first.id, scope: 'api' });
    },
  };
}
