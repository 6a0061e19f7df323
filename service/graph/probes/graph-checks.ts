import { type Check, type CheckOutcome, judgeEngines } from '../../../core/connectivity/index.ts';
import { SyncFailure } from '../../../core/model/index.ts';
import { askPaths } from '../ask-paths.ts';
import { versionRoot } from '../build-request.ts';
import { errorOf } from '../classify-answer.ts';
import { createGraphClient } from '../graph-client.ts';
import type { GraphAccess, GraphSettings } from '../graph-settings.ts';
import { findingOf } from './finding-of.ts';
import { seekEngines } from './seek-engines.ts';
import { tokenPermissions } from './token-permissions.ts';

/** Reading mails is enough to save them; more is held where the mail folder is made. */
const needed = ['Contacts.ReadWrite', 'Calendars.ReadWrite', 'Mail.Read'];

/**
 * The steps of a check of one mailbox after the network's: is it Graph, does the sign-in hold, does the token carry what synchronization
 * needs, and does a real read succeed. The last one alone proves the right to this mailbox: an application may be scoped to others.
 */
export function graphChecks(settings: GraphSettings, access: GraphAccess): Check[] {
  return [
    { key: 'product', run: () => checkProduct(settings) },
    { key: 'sign-in', run: () => told(async () => ({ result: 'passed', evidence: (await access.accessToken()) ? null : 'empty token' })) },
    { key: 'permission', run: () => told(async () => checkPermission(await access.accessToken())) },
    { key: 'read', run: () => told(() => checkRead(settings, access)) },
    { key: 'other-engines', run: () => told(async () => judgeEngines(await seekEngines(settings, access))) },
  ];
}

/** Graph refuses a request without a token in its own words; nobody else does. */
async function checkProduct(settings: GraphSettings): Promise<CheckOutcome> {
  const url = `${versionRoot(settings.baseUrl)}/me`;
  const response = await (settings.fetch ?? fetch)(url, { redirect: 'manual', signal: AbortSignal.timeout(15_000) });
  const body: unknown = await response.json().catch(() => undefined);
  const { code } = errorOf({ status: response.status, retryAfter: null, body });
  const evidence = `${response.status} ${code}`;
  if (response.status === 401 && code === 'InvalidAuthenticationToken') return { result: 'passed', evidence };
  return { result: 'failed', finding: 'wrong-product', evidence };
}

function checkPermission(token: string): CheckOutcome {
  const held = tokenPermissions(token);
  if (held === null) return { result: 'skipped', evidence: 'the token does not tell its permissions' };
  const missing = needed.filter((one) => !held.includes(one) && !held.includes(`${one}Write`));
  if (missing.length === 0) return { result: 'passed', evidence: held.join(' ') };
  // RBAC for Applications grants in Exchange what no token shows: only the read can tell.
  return { result: 'warning', finding: 'permission-missing', evidence: missing.join(' ') };
}

async function checkRead(settings: GraphSettings, access: GraphAccess): Promise<CheckOutcome> {
  const user = `/users/${encodeURIComponent(access.mailbox)}`;
  const paths = [`${user}/contacts?$top=1`, `${user}/events?$top=1`, `${user}/messages?$top=1&$select=id`];
  const [contacts, events, mails] = await askPaths(createGraphClient(settings, access), settings, access)(paths);
  for (const outcome of [contacts, events]) if (outcome && 'error' in outcome) return findingOf(outcome.error);
  if (!mails || !('error' in mails)) return { result: 'passed', evidence: `contacts, calendar and mail of ${access.mailbox}` };
  // Without mail everything else is kept in step.
  const evidence = `contacts and calendar of ${access.mailbox}; mail: ${mails.error.code}`;
  return mails.error.kind === 'refused' ? { result: 'warning', finding: 'permission-missing', evidence } : findingOf(mails.error);
}

async function told(run: () => Promise<CheckOutcome>): Promise<CheckOutcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof SyncFailure) return findingOf(error.error);
    throw error;
  }
}
