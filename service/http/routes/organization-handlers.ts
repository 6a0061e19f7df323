import { toPage, writeCursor } from '../answers/cursor.ts';
import type { Asked, Handlers } from '../handler.ts';
import type { CustomerRow, OrganizationRow, StateCount } from '../ports/index.ts';
import { HttpProblem } from '../problems/index.ts';
import { reachCustomer, reachOrganization, wallOf, withinFor } from '../reach/index.ts';
import { countStates } from './count-states.ts';
import { nameCursor } from './name-cursor.ts';
import { stateContext } from './state-context.ts';

const presentOrganization = (row: OrganizationRow, counts: readonly StateCount[]) => ({
  id: row.id,
  customerId: row.customerId,
  customerName: row.customerName,
  name: row.name,
  enabled: row.enabled,
  suspended: row.suspended,
  isDefault: row.isDefault,
  mailboxAccess: row.mailboxAccess,
  users: countStates(counts.filter((one) => one.organizationId === row.id)),
});

const presentCustomer = (row: CustomerRow, counts: readonly StateCount[]) => ({
  ...row,
  users: countStates(counts.filter((one) => one.customerId === row.id)),
});

const oneOrganization = async (
  { caller, options, now }: Pick<Asked<'GET /api/organizations/{id}'>, 'caller' | 'options' | 'now'>,
  row: OrganizationRow,
) => {
  const within = { customerIds: [], organizationIds: [row.id], userIds: [] };
  return presentOrganization(row, await options.directory.countUsers(wallOf(caller), within, stateContext(now)));
};

export const organizationHandlers: Pick<
  Handlers,
  | 'GET /api/organizations'
  | 'GET /api/organizations/{id}'
  | 'PATCH /api/organizations/{id}'
  | 'GET /api/customers'
  | 'GET /api/customers/{id}'
> = {
  'GET /api/organizations': async ({ query, caller, options, now }) => {
    const within = withinFor(caller, 'organization.read');
    const [rows, counts] = await Promise.all([
      options.directory.organizations(wallOf(caller), {
        within,
        customerId: query.customerId,
        after: nameCursor('organizations', query.cursor),
        limit: query.limit + 1,
      }),
      options.directory.countUsers(wallOf(caller), within, stateContext(now)),
    ]);
    return toPage(
      rows,
      query.limit,
      (row) => presentOrganization(row, counts),
      (row) => writeCursor('organizations', row.name, row.id),
    );
  },

  'GET /api/organizations/{id}': async (asked) =>
    oneOrganization(asked, await reachOrganization(asked, asked.path.id, 'organization.read')),

  'PATCH /api/organizations/{id}': async (asked) => {
    const row = await reachOrganization(asked, asked.path.id, 'organization.update');
    const free = await asked.options.directory.updateOrganization(wallOf(asked.caller), row.id, asked.body, asked.act(row.customerId));
    if (!free) throw new HttpProblem('name_taken', `There is an organization "${asked.body.name}" already.`);
    return oneOrganization(asked, await reachOrganization(asked, row.id, 'organization.read'));
  },

  'GET /api/customers': async ({ query, caller, options, now }) => {
    const within = withinFor(caller, 'customer.read');
    const [rows, counts] = await Promise.all([
      options.directory.customers(wallOf(caller), { within, after: nameCursor('customers', query.cursor), limit: query.limit + 1 }),
      options.directory.countUsers(wallOf(caller), within, stateContext(now)),
    ]);
    return toPage(
      rows,
      query.limit,
      (row) => presentCustomer(row, counts),
      (row) => writeCursor('customers', row.name, row.id),
    );
  },

  'GET /api/customers/{id}': async (asked) => {
    const row = await reachCustomer(asked, asked.path.id, 'customer.read');
    const within = { customerIds: [row.id], organizationIds: [], userIds: [] };
    return presentCustomer(row, await asked.options.directory.countUsers(wallOf(asked.caller), within, stateContext(asked.now)));
  },
};
