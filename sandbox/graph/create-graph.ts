import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { AnswerLost, cutConnection } from '../faults/misbehave.ts';
import { waitAsTold } from '../faults/wait-as-told.ts';
import type { Desk } from '../world/desk.ts';
import type { Table } from '../world/table.ts';
import { GroupDesk } from './groups/group-desk.ts';
import type { GraphCaller } from './http/caller.ts';
import { asResponse, Dispatcher } from './http/dispatcher.ts';
import { errorAnswer, type RequestIds } from './http/error-answer.ts';
import { GraphError } from './http/graph-error.ts';
import { readBody } from './http/read-body.ts';
import type { Limits } from './http/slots.ts';
import { PersonMailbox } from './person/person-mailbox.ts';
import { routes } from './routes.ts';
import type { ServicePrincipal } from './service-principals/service-principal.ts';
import type { SiteStore } from './sites/site-store.ts';
import { GraphStore } from './store/graph-store.ts';
import { Notifier, type Send } from './subscriptions/notifier.ts';
import type { LifecycleEvent } from './subscriptions/subscription.ts';
import type { DirectoryUser } from './users/directory-user.ts';

export interface GraphOptions {
  desk: Desk;
  /** who holds this bearer token; undefined answers 401 */
  authenticate(bearer: string): Promise<GraphCaller | undefined>;
  limits?: Limits;
  /** in notifications */
  tenantId?: string;
  /** how notifications leave; they go to this computer only */
  send?: Send;
}
export interface GraphEmulator {
  app: Hono;
  users: Table<DirectoryUser>;
  /** what a person does in Outlook: no token, no mail counted */
  mailbox(userIdOrAddress: string): PersonMailbox | undefined;
  /** the applications that the tenant knows */
  servicePrincipals: Table<ServicePrincipal>;
  /** the tenant's groups with their calendars, and its SharePoint */
  groups: GroupDesk;
  sharePoint: SiteStore;
  /** scopes an application to these mailboxes (ids or addresses), as RBAC for Applications does; undefined lifts the scope */
  scopeApplication(appId: string, mailboxes: string[] | undefined): void;
  /** sends what the service tells about subscriptions themselves, to all of them or of one mailbox */
  tellSubscribers(event: LifecycleEvent, mailbox?: string): Promise<void>;
  /** resolves when all notifications until now are delivered or given up */
  notified(): Promise<void>;
}
const noTenant = '00000000-0000-0000-0000-000000000000';

/** Microsoft Graph /v1.0 for the mailboxes of one tenant, over the desk's world. */
export function createGraph({ desk, authenticate, limits, tenantId = noTenant, send = fetch }: GraphOptions): GraphEmulator {
  const store = new GraphStore(desk);
  const notifier = new Notifier(store, tenantId, send);
  const dispatcher = new Dispatcher(store, notifier, routes, limits);
  const app = new Hono();
  app.all('*', (context) => serve(context, desk, dispatcher, authenticate));
  return {
    app,
    users: store.users,
    servicePrincipals: store.servicePrincipals,
    groups: new GroupDesk(store),
    sharePoint: store.sharePoint,
    mailbox(name) {
      const user = store.findUser(name);
      return user && new PersonMailbox(store, user);
    },
    async tellSubscribers(event, mailbox) {
      const owner = mailbox === undefined ? undefined : store.findUser(mailbox)?.id;
      const meant = [...notifier.all()].filter((one) => mailbox === undefined || one.owner === owner);
      await Promise.all(meant.map((one) => notifier.tell(one, event)));
    },
    notified: () => notifier.settled(),
    scopeApplication(appId, mailboxes) {
      store.scopeApplication(
        appId,
        mailboxes?.map((name) => store.findUser(name)?.id ?? name),
      );
    },
  };
}

async function serve(context: Context, desk: Desk, dispatcher: Dispatcher, authenticate: GraphOptions['authenticate']): Promise<Response> {
  desk.faults.count('graph.http');
  const requestId = randomUUID();
  const ids: RequestIds = { requestId, clientRequestId: context.req.header('client-request-id') ?? requestId };
  const answer = await respond(context, desk, dispatcher, authenticate, ids);
  await waitAsTold(desk.faults, 'graph');
  answer.headers.set('request-id', ids.requestId);
  answer.headers.set('client-request-id', ids.clientRequestId);
  answer.headers.set('Date', new Date(desk.clock.now()).toUTCString());
  return answer;
}

async function respond(
  context: Context,
  desk: Desk,
  dispatcher: Dispatcher,
  authenticate: GraphOptions['authenticate'],
  ids: RequestIds,
): Promise<Response> {
  try {
    const { req } = context;
    const { origin, pathname, search } = new URL(req.url);
    const version = /^\/+v1\.0(?=\/|$)/.exec(pathname);
    if (!version) throw new GraphError(400, 'BadRequest', `Invalid version: this emulator serves /v1.0, not ${pathname}.`);
    const caller = await callerOf(req.header('authorization'), authenticate);
    const headers = req.header();
    const body = await readBody(req.raw);
    const url = pathname.slice(version[0].length) + search;
    return asResponse(
      await dispatcher.answer({ method: req.method, url, headers, body }, { caller, origin, ids, aborted: req.raw.signal }),
    );
  } catch (error) {
    if (error instanceof AnswerLost) return cutConnection(context, error);
    if (error instanceof GraphError) return asResponse(errorAnswer(error, ids, desk.clock));
    throw error;
  }
}

async function callerOf(authorization: string | undefined, authenticate: GraphOptions['authenticate']): Promise<GraphCaller> {
  const bearer = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1];
  if (!bearer) throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty.', { 'WWW-Authenticate': 'Bearer realm=""' });
  const caller = await authenticate(bearer);
  if (caller) return caller;
  throw new GraphError(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.', {
    'WWW-Authenticate': 'Bearer realm="", error="invalid_token"',
  });
}
