import { type Action, may, type Place } from '../../../core/access/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type {
  Caller,
  ConflictRow,
  CustomerRow,
  IssueRow,
  JobRecord,
  OrganizationRow,
  SalesforceOrgRow,
  SessionRow,
  UserRow,
} from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { placeOfCustomer, placeOfOrganization, placeOfUser, wallOf } from './wall-of.ts';

interface Reaching {
  caller: Caller;
  options: ApiOptions;
}

/** Throws unless the caller may do it there. What one may not see looks exactly like what does not exist. */
export const demand = (caller: Caller, action: Action, place: Place, what: string): void => {
  const verdict = may(caller.grants, action, place);
  if (verdict === 'unseen') throw notFound(what);
  if (verdict === 'no') throw new HttpProblem('not_allowed', `Your role does not allow "${action}" here.`);
};

export const notFound = (what: string): HttpProblem =>
  new HttpProblem('not_found', `There is no ${what} with this id, or you may not see it.`);

/** What can be done with the lane of a Team or a site: it has no person, no mailbox of its own, and takes part in no move. */
const forSources: ReadonlySet<Action> = new Set<Action>([
  'user.read',
  'user.switch-synchronization',
  'user.synchronize',
  'user.preview',
  'session.read',
  'session.undo',
  'issue.read',
  'issue.answer',
  'issue.allow-invitations',
  'decision.read',
  'job.read',
  'activity.read',
  'ledger.read',
  'ledger.write',
]);

export const reachUser = async ({ caller, options }: Reaching, id: string, action: Action): Promise<UserRow> => {
  const row = await options.directory.user(wallOf(caller), id);
  if (row === undefined) throw notFound('user');
  demand(caller, action, placeOfUser(row), 'user');
  if (row.kind !== 'mailbox' && !forSources.has(action))
    throw new HttpProblem(
      'not_allowed',
      `This is the calendar of a Team or a site, not a mailbox: "${action}" is nothing that can be done with it.`,
    );
  return row;
};

export const reachOrganization = async ({ caller, options }: Reaching, id: string, action: Action): Promise<OrganizationRow> => {
  const row = await options.directory.organization(wallOf(caller), id);
  if (row === undefined) throw notFound('organization');
  demand(caller, action, placeOfOrganization(row), 'organization');
  return row;
};

export const reachCustomer = async ({ caller, options }: Reaching, id: string, action: Action): Promise<CustomerRow> => {
  const row = await options.directory.customer(wallOf(caller), id);
  if (row === undefined) throw notFound('customer');
  demand(caller, action, placeOfCustomer(row), 'customer');
  return row;
};

/** A Salesforce org stands where its customer stands. */
export const reachSalesforceOrg = async ({ caller, options }: Reaching, id: string, action: Action): Promise<SalesforceOrgRow> => {
  const row = await options.salesforce.org(wallOf(caller), id);
  if (row === undefined) throw notFound('Salesforce org');
  demand(caller, action, placeOfCustomer({ ...row, id: row.customerId }), 'Salesforce org');
  return row;
};

/** A session or an issue stands where its user stands. */
const reachThrough = async <Row extends { userId: string }>(
  reaching: Reaching,
  row: Row | undefined,
  what: string,
  action: Action,
): Promise<Row> => {
  const user = row && (await reaching.options.directory.user(wallOf(reaching.caller), row.userId));
  if (row === undefined || user === undefined) throw notFound(what);
  demand(reaching.caller, action, placeOfUser(user), what);
  return row;
};

export const reachSession = async (reaching: Reaching, id: string, action: Action): Promise<SessionRow> =>
  reachThrough(reaching, await reaching.options.ledger.session(wallOf(reaching.caller), id), 'session', action);

/** A job stands where its user, else its organization, else its customer stands. */
export const reachJob = async (reaching: Reaching, id: string, action: Action): Promise<JobRecord> => {
  const { options, caller } = reaching;
  const job = await options.jobs.job(wallOf(caller), id);
  if (job === undefined) throw notFound('job');
  if (job.userId !== null) return reachThrough(reaching, { ...job, userId: job.userId }, 'job', action);
  if (job.organizationId !== null) {
    const organization = await options.directory.organization(wallOf(caller), job.organizationId);
    if (organization === undefined) throw notFound('job');
    demand(caller, action, placeOfOrganization(organization), 'job');
    return job;
  }
  const customer = await options.directory.customer(wallOf(caller), job.customerId);
  if (customer === undefined) throw notFound('job');
  demand(caller, action, placeOfCustomer(customer), 'job');
  return job;
};

export const reachIssue = async (reaching: Reaching, id: string, action: Action): Promise<IssueRow> =>
  reachThrough(reaching, await reaching.options.ledger.issue(wallOf(reaching.caller), id), 'issue', action);

export const reachConflict = async (reaching: Reaching, id: string, action: Action): Promise<ConflictRow> =>
  reachThrough(reaching, await reaching.options.conflicts.get(wallOf(reaching.caller), id), 'conflict', action);
