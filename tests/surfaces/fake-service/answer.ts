import type { User } from '../../../core/contract/client/index.ts';
import { customizationHandlers } from './customization-handlers.ts';
import { demoWorld, idOf, type World } from './demo-world.ts';
import { doubtHandlers } from './doubts.ts';
import { featureAnswers } from './feature-answers.ts';
import { page as list, problem, type Reply } from './reply.ts';
import { everything, own } from './rights.ts';
import { sourceAnswers } from './source-answers.ts';
import { withOtherEngine } from './with-other-engine.ts';

export interface Ask {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  token: string | undefined;
}
export interface FakeState {
  world: World;
  now: () => number;
  /** Every request that changed something, in order. */
  asked: { method: string; path: string; body: unknown; key: string | undefined }[];
  /** Answer to every call. */
  broken: Reply | undefined;
  emit(kind: string, userId: string | null, data: object): void;
}

/** Demo accounts: the password is "demo". */
const accounts: Record<string, { number: number; may: string[]; mailbox: number | undefined }> = {
  'admin@acme.example': { number: 1, may: everything, mailbox: undefined },
  'dana.ruiz@acme.example': { number: 2, may: own, mailbox: 0 },
  'mira.sander@acme.example': { number: 3, may: own, mailbox: 2 },
};

const accountOf = (email: string) => ({
  id: idOf(7, accounts[email]?.number ?? 0),
  email,
  name: email.split('@')[0],
  locale: null,
  grants: email.startsWith('admin') ? [{ role: 'platform-admin', scope: { level: 'platform', id: null } }] : [],
});

const tokensFor = (email: string, now: number) => ({
  accessToken: `token ${email}`,
  expiresAt: new Date(now + 3_600_000).toISOString(),
  refreshToken: `refresh ${email}`,
  sessionEndsAt: new Date(now + 86_400_000).toISOString(),
  account: accountOf(email),
});

const counts = (users: readonly User[]) => {
  const byState: Record<string, number> = {};
  for (const { status } of users) byState[status.state] = (byState[status.state] ?? 0) + 1;
  return { total: users.length, byState };
};

const summaryOf = ({ users, organizationRows }: World, now: number) => {
  const groups = new Map<string, { reason: string; state: string; level: string; users: number }>();
  for (const { status } of users) {
    const group = groups.get(status.reason) ?? { reason: status.reason, state: status.state, level: status.level, users: 0 };
    group.users += 1;
    groups.set(status.reason, group);
  }
  return {
    at: new Date(now).toISOString(),
    users: counts(users),
    causes: [...groups.values()].filter(({ state }) => state !== 'up-to-date').sort((one, other) => other.users - one.users),
    attention: users.filter(({ status }) => status.state === 'needs-attention'),
    organizations: { total: organizationRows.length, off: organizationRows.filter(({ enabled }) => !enabled).length },
  };
};

const sync = (state: FakeState, user: User): Reply => {
  const now = state.now();
  if (user.status.state === 'off') return problem(409, 'synchronization_off', 'Sync is off.', { reason: user.status.reason });
  if (user.syncAgainAt !== null && Date.parse(user.syncAgainAt) > now)
    return problem(429, 'too_soon', 'Synced a moment ago.', { retryAt: user.syncAgainAt });
  user.syncAgainAt = new Date(now + 60_000).toISOString();
  user.status = { ...user.status, state: 'syncing', reason: 'running' };
  const id = idOf(5, 900 + state.asked.length);
  const session = {
    ...(state.world.sessions[0] as object),
    id,
    userId: user.id,
    state: 'running',
    trigger: 'force',
  } as World['sessions'][number];
  state.world.sessions.unshift(session);
  // A worker takes it at once and says so, often before the answer is read.
  state.emit('session.started', user.id, { sessionId: id, state: 'running' });
  return { status: 202, body: { session: { id, state: 'queued' } } };
};

export type Handler = (state: FakeState, ask: Ask, ids: string[], email: string) => Reply;

const userOf = ({ world }: FakeState, id: string | undefined): User | undefined => world.users.find((user) => user.id === id);
const missing = problem(404, 'not_found', 'There is no such thing, or you may not see it.');

export type Answers = [pattern: RegExp, handler: Handler][];
const handlers: Answers = [
  ...sourceAnswers,
  ...customizationHandlers.map(([pattern, reply]): Answers[number] => [pattern, ({ world }, ask, ids) => reply(world, ask, ids)]),
  [
    /^GET \/api\/me$/,
    ({ world }, _ask, _ids, email) => {
      const { may = [], mailbox } = accounts[email] ?? {};
      const mailboxes = mailbox === undefined ? [] : [world.users[mailbox]];
      return { status: 200, body: { account: accountOf(email), may, mailboxes, sourceSignIns: world.sourceSignIns } };
    },
  ],
  [/^POST \/api\/sign-out$/, () => ({ status: 204 })],
  [/^GET \/api\/summary$/, ({ world, now }) => ({ status: 200, body: summaryOf(world, now()) })],
  [
    /^GET \/api\/users$/,
    ({ world }, { query }) => {
      const q = (query.get('q') ?? '').toLowerCase();
      return list(
        world.users.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(q)),
        query,
      );
    },
  ],
  [
    /^GET \/api\/users\/([^/]+)$/,
    (state, _ask, [id]) => ({ status: userOf(state, id) ? 200 : 404, body: userOf(state, id) ?? missing.body }),
  ],
  [
    /^POST \/api\/users\/([^/]+)\/sync$/,
    (state, _ask, [id]) => {
      const user = userOf(state, id);
      return user === undefined ? missing : sync(state, user);
    },
  ],
  [
    /^(?:POST|DELETE) \/api\/users\/([^/]+)\/(?:synchronization|connections\/salesforce)$/,
    (state, { body }, [id]) => {
      const user = userOf(state, id);
      if (user === undefined) return missing;
      const on = body.enabled === true;
      user.synchronization = { enabled: on, suspended: null };
      user.status = { ...user.status, state: on ? 'waiting' : 'off', reason: on ? 'pending' : 'user-off', level: 'user' };
      return { status: 200, body: user };
    },
  ],
  [
    /^POST \/api\/users\/([^/]+)\/connectivity\/(mailbox|salesforce)$/,
    ({ world }, _ask, [id, side]) => {
      const report = side === 'mailbox' ? world.report('mailbox') : world.report('salesforce', 'sign-in');
      return { status: 200, body: id === world.users[1]?.id && side === 'mailbox' ? withOtherEngine(report) : report };
    },
  ],
  [
    /^GET \/api\/users\/([^/]+)\/sessions$/,
    ({ world }, { query }, [id]) =>
      list(
        world.sessions.filter(({ userId }) => userId === id),
        query,
      ),
  ],
  [
    /^GET \/api\/sessions\/([^/]+)$/,
    ({ world }, _ask, [id]) => {
      const session = world.sessions.find((one) => one.id === id);
      return session === undefined ? missing : { status: 200, body: { ...session, issues: [] } };
    },
  ],
  [
    /^GET \/api\/users\/([^/]+)\/issues$/,
    ({ world }, { query }, [id]) =>
      list(
        world.issues.filter(({ userId, state }) => userId === id && state === 'open'),
        query,
      ),
  ],
  [
    /^POST \/api\/issues\/([^/]+)\/answer$/,
    ({ world }, _ask, [id]) => {
      const issue = world.issues.find((one) => one.id === id);
      if (issue === undefined) return missing;
      if (issue.state !== 'open') return problem(409, 'already_answered', 'Answered before.');
      issue.state = 'answered';
      issue.answers = [];
      return { status: 200, body: issue };
    },
  ],
  ...featureAnswers,
  [/^GET \/api\/users\/([^/]+)\/activity$/, ({ world }, { query }) => list(world.activity, query)],
  [
    /^GET \/api\/organizations$/,
    ({ world }, { query }) =>
      list(
        world.organizationRows.map((row) => ({ ...row, users: counts(world.users.filter((user) => user.organization.id === row.id)) })),
        query,
      ),
  ],
  [
    /^PATCH \/api\/organizations\/([^/]+)$/,
    ({ world }, { body }, [id]) => {
      const row = world.organizationRows.find((one) => one.id === id);
      if (row === undefined) return missing;
      row.enabled = body.enabled === true;
      return { status: 200, body: { ...row, users: counts(world.users.filter((user) => user.organization.id === id)) } };
    },
  ],
  [
    /^GET \/api\/people$/,
    ({ now }, { query }) => {
      const byId = query.get('itemId') !== null;
      if (byId && query.get('itemId') !== 'AAkALgAA=') return missing;
      const email = query.get('email') ?? 'kim.lee@northwind.example';
      const match = {
        object: 'Contact',
        id: '003000000000001AAA',
        name: 'Kim Lee',
        title: 'VP Purchasing',
        account: 'Northwind Traders',
        email,
        phone: '+49 30 5550 0112',
        url: 'https://acme.my.salesforce.example/003000000000001AAA',
      };
      const body = {
        email,
        userId: idOf(1, 0),
        internal: email.endsWith('@acme.example'),
        matches: email === 'kim.lee@northwind.example' ? [match] : [],
        checkedAt: new Date(now()).toISOString(),
        ...(byId ? { people: [{ email, name: 'Kim Lee' }], subject: 'Renewal' } : {}),
      };
      return { status: 200, body };
    },
  ],
];

const answers = [...handlers, ...doubtHandlers];

const signIn = ({ path, body }: Ask, now: number): Reply | undefined => {
  if (path === '/api/sign-in/password') {
    const email = String(body.email);
    if (body.password !== 'demo' || accounts[email] === undefined)
      return problem(401, 'sign_in_failed', 'Address and password do not match.');
    return { status: 200, body: tokensFor(email, now) };
  }
  if (path === '/api/sign-in/refresh') return { status: 200, body: tokensFor(String(body.refreshToken).replace('refresh ', ''), now) };
  return undefined;
};

/** The contract's answers over the demo world; one request at a time. */
export const answer = (state: FakeState, ask: Ask): Reply => {
  if (ask.path === '/api/health')
    return {
      status: 200,
      body: { version: '0.1.0', minClient: '0.1.0', features: [], mode: 'production', now: new Date(state.now()).toISOString() },
    };
  if (state.broken !== undefined) return state.broken;
  const byPassword = signIn(ask, state.now());
  if (byPassword !== undefined) return byPassword;
  const email = ask.token?.replace('token ', '');
  if (email === undefined || accounts[email] === undefined) return problem(401, 'not_signed_in', 'Sign in first.');
  for (const [pattern, handler] of answers) {
    const found = pattern.exec(`${ask.method} ${ask.path}`);
    if (found !== null) return handler(state, ask, found.slice(1), email);
  }
  return missing;
};

export { demoWorld, problem, type Reply };
