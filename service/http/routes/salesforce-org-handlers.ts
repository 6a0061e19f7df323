import { fairShare, forecastBudget, peopleShare, scheduleShare } from '../../../core/status/index.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { ReaderRefusal, SalesforceOrgRow, SpentRow } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachSalesforceOrg, wallOf, withinFor } from '../reach/index.ts';

const day = 24 * 3_600_000;
const mostMailboxes = 10;

type Requests = Pick<SpentRow, 'salesforce' | 'people' | 'outlook'>;

const sum = (rows: readonly Requests[]): Requests =>
  rows.reduce(
    (total, row) => ({
      salesforce: total.salesforce + row.salesforce,
      people: total.people + row.people,
      outlook: total.outlook + row.outlook,
    }),
    { salesforce: 0, people: 0, outlook: 0 },
  );

const total = ({ salesforce, people }: Requests): number => salesforce + people;

const byOrganization = (rows: readonly SpentRow[]) =>
  [...Map.groupBy(rows, (row) => row.organizationId)]
    .map(([organizationId, group]) => ({
      organizationId,
      name: group[0]?.organizationName ?? '',
      mailboxes: group.filter(({ kind }) => kind === 'mailbox').length,
      ...sum(group),
    }))
    .sort((a, b) => total(b) - total(a) || a.name.localeCompare(b.name));

const byMailbox = (rows: readonly SpentRow[]) =>
  rows
    .filter((row) => total(row) + row.outlook > 0)
    .sort((a, b) => total(b) - total(a) || b.outlook - a.outlook || a.email.localeCompare(b.email))
    .slice(0, mostMailboxes)
    .map(({ userId, name, email, salesforce, people, outlook }) => ({ userId, name, email, salesforce, people, outlook }));

const forecastOf = (samples: readonly { at: string; used: number; max: number }[], now: number) => {
  const forecast = forecastBudget(
    samples.map(({ at, ...sample }) => ({ ...sample, at: Date.parse(at) })),
    now,
  );
  if (!forecast) return null;
  const { perHour, runsOutAt } = forecast;
  return { perHour: Math.round(perHour), runsOutAt: runsOutAt === null ? null : new Date(runsOutAt).toISOString() };
};

const budgetOf = async ({ caller, options, now }: Asked<'GET /api/salesforce-orgs/{id}/budget'>, org: SalesforceOrgRow) => {
  const since = new Date(now - day).toISOString();
  const wall = wallOf(caller);
  const [rows, samples] = await Promise.all([options.salesforce.spent(wall, org, since), options.salesforce.samples(wall, org, since)]);
  const lockstep = sum(rows);
  const { usage } = org;
  return {
    ...org,
    at: new Date(now).toISOString(),
    stops: usage && { schedules: Math.ceil(usage.max * scheduleShare), people: Math.ceil(usage.max * peopleShare) },
    lockstep,
    others: usage && Math.max(0, usage.used - total(lockstep)),
    byOrganization: byOrganization(rows),
    byMailbox: byMailbox(rows),
    fairShare: usage && fairShare(usage, { ours: total(lockstep), mailboxes: rows.length }),
    forecast: forecastOf(samples, now),
    samples: samples.map(({ at, used }) => ({ at, used })),
  };
};

const refusals: Record<ReaderRefusal, string> = {
  'not-here': 'This user does not sync into this Salesforce org.',
  'not-connected': 'This user is not connected to Salesforce, or the sign-in has ended.',
  'sees-too-little': 'This user may not see every record: the reader account needs "View All Data" in Salesforce.',
  provider_failed: 'Salesforce did not answer.',
};

export const salesforceOrgHandlers: Pick<
  Handlers,
  'GET /api/salesforce-orgs' | 'PATCH /api/salesforce-orgs/{id}' | 'GET /api/salesforce-orgs/{id}/budget'
> = {
  'GET /api/salesforce-orgs': async ({ caller, options }) => ({
    items: await options.salesforce.orgs(wallOf(caller), withinFor(caller, 'customer.read')),
    nextCursor: null,
  }),
  'PATCH /api/salesforce-orgs/{id}': async (asked) => {
    const row = await reachSalesforceOrg(asked, asked.path.id, 'customer.update');
    const done = await asked.options.salesforce.appointReader(row, asked.body.readerUserId, asked.act(row.customerId));
    if (!done.ok) throw new HttpProblem(done.code === 'provider_failed' ? 'provider_failed' : 'reader_not_possible', refusals[done.code]);
    return reachSalesforceOrg(asked, row.id, 'customer.read');
  },
  'GET /api/salesforce-orgs/{id}/budget': async (asked) => budgetOf(asked, await reachSalesforceOrg(asked, asked.path.id, 'customer.read')),
};
