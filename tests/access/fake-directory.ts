import { effectiveStatus } from '../../core/status/index.ts';
import type { Directory, OrganizationRow, SettingRow, UserRow, Within } from '../../service/http/index.ts';
import { world } from './people.ts';

const on = { enabled: true, suspended: null };
const [c1, c2] = world.customers;
const [o1, o2, o3] = world.organizations;
const partnerOf = (customerId: string) => (customerId === c1 ? world.partner : world.otherPartner);

const organizationRow = (id: string, customerId: string, name: string): OrganizationRow => ({
  ...on,
  id,
  customerId,
  customerName: customerId === c1 ? 'Alder' : 'Birch',
  partnerId: partnerOf(customerId),
  distributorId: null,
  name,
  isDefault: id !== o2,
  mailboxAccess: 'graph-app-only',
});

const userRow = (number: number, organization: OrganizationRow): UserRow => ({
  id: world.users[number - 1] ?? '',
  kind: 'mailbox',
  customerId: organization.customerId,
  organizationId: organization.id,
  planId: organization.customerId === c1 ? world.plans[0] : world.plans[1],
  email: `person${number}@${organization.customerName.toLowerCase()}.example`,
  displayName: `Person ${number}`,
  mailboxAddress: `person${number}@${organization.customerName.toLowerCase()}.example`,
  mailboxAccess: 'graph-app-only',
  salesforceUserId: '005000000000001AAA',
  salesforceOrgId: '00D000000000001AAA',
  synchronizationEnabled: true,
  suspended: null,
  configuredAt: '2026-11-01T00:00:00.000Z',
  initializedAt: '2026-11-01T00:00:00.000Z',
  awaitsPreview: false,
  customer: { ...on, id: organization.customerId, name: organization.customerName, partnerId: organization.partnerId, distributorId: null },
  organization,
  plan: { id: organization.customerId === c1 ? world.plans[0] : world.plans[1], name: 'Standard', enabled: true, intervalSeconds: 1800 },
  lane: { dueAt: '2026-11-22T12:30:00.000Z', runningSince: null, forceAcceptedAt: null, parked: null },
  salesforceOrgParkedUntil: null,
  lastSession: { id: world.sessions[number - 1] ?? '', state: 'succeeded', reason: null },
  lastSuccessAt: '2026-11-22T11:55:00.000Z',
  openIssues: 1,
});

const isIn = (
  within: Within,
  row: { customerId: string; organizationId?: string; id: string },
  kind: 'user' | 'organization' | 'customer',
): boolean =>
  within.customerIds.includes(row.customerId) ||
  (kind === 'organization' ? within.organizationIds.includes(row.id) : within.organizationIds.includes(row.organizationId ?? '')) ||
  (kind === 'user' && within.userIds.includes(row.id));

/** A directory in memory with the wall of the real one: an id beyond the wall answers undefined. `changes` counts every write. */
export const createFakeDirectory = (changes: string[]) => {
  const organizations = [organizationRow(o1, c1, 'North'), organizationRow(o2, c1, 'South'), organizationRow(o3, c2, 'Birch all')];
  const users = [
    userRow(1, organizations[0]!),
    userRow(2, organizations[0]!),
    userRow(3, organizations[1]!),
    userRow(4, organizations[2]!),
  ];
  const settings: (SettingRow & { customerId: string })[] = [];
  const owned = (id: string, pairs: readonly (readonly [string, string])[], wall: readonly string[]) => {
    const found = pairs.find(([one, customerId]) => one === id && wall.includes(customerId));
    return found && { id, customerId: found[1], name: 'Standard' };
  };
  const stateOf = (row: UserRow, now: string) =>
    effectiveStatus({
      ...row,
      now: Date.parse(now),
      running: false,
      parked: null,
      user: { enabled: row.synchronizationEnabled, suspended: row.suspended, configured: true },
    });

  const directory: Directory = {
    async users(wall, filter, order, context) {
      const sign = order.descending ? -1 : 1;
      const sortValueOf = (row: UserRow) => (order.sort === 'email' ? row.email : row.displayName.toLowerCase());
      const rows = users
        .filter((row) => wall.includes(row.customerId) && isIn(filter.within, row, 'user'))
        .filter((row) => filter.query === undefined || `${row.displayName} ${row.email}`.toLowerCase().includes(filter.query.toLowerCase()))
        .filter((row) => filter.organizationId === undefined || row.organizationId === filter.organizationId)
        .filter((row) => filter.customerId === undefined || row.customerId === filter.customerId)
        .filter((row) => filter.state === undefined || stateOf(row, context.now).state === filter.state)
        .map((row) => ({ ...row, sortValue: sortValueOf(row) }))
        .sort((a, b) => sign * a.sortValue.localeCompare(b.sortValue));
      const start = order.after === undefined ? 0 : rows.findIndex((row) => row.id === order.after?.id) + 1;
      return rows.slice(start, start + order.limit);
    },
    user: async (wall, id) => users.find((row) => row.id === id && wall.includes(row.customerId)),
    async countUsers(wall, within, context) {
      return users
        .filter((row) => wall.includes(row.customerId) && isIn(within, row, 'user'))
        .map((row) => ({ customerId: row.customerId, organizationId: row.organizationId, users: 1, ...stateOf(row, context.now) }));
    },
    async updateUser(_wall, id, patch, act) {
      changes.push(`updateUser ${id} ${act.activities.join()}`);
      const row = users.find((one) => one.id === id);
      if (row) Object.assign(row, Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)));
      return true;
    },
    async setSynchronization(_wall, id, enabled, act) {
      changes.push(`setSynchronization ${id} ${enabled} ${act.activities.join()}`);
      const row = users.find((one) => one.id === id);
      if (row) Object.assign(row, { synchronizationEnabled: enabled, suspended: null });
    },
    async confirmPreview(_wall, id) {
      changes.push(`confirmPreview ${id}`);
    },
    async organizations(wall, page) {
      return organizations
        .filter((row) => wall.includes(row.customerId) && isIn(page.within, row, 'organization'))
        .filter((row) => page.customerId === undefined || page.customerId === row.customerId)
        .slice(0, page.limit);
    },
    organization: async (wall, id) => organizations.find((row) => row.id === id && wall.includes(row.customerId)),
    async updateOrganization(_wall, id, patch) {
      changes.push(`updateOrganization ${id}`);
      const row = organizations.find((one) => one.id === id);
      if (row) Object.assign(row, patch);
      return true;
    },
    async customers(wall, page) {
      const rows = [c1, c2].filter((id) => wall.includes(id) && page.within.customerIds.includes(id));
      return (await Promise.all(rows.map((id) => directory.customer(wall, id)))).flatMap((row) => (row ? [row] : []));
    },
    customer: async (wall, id) =>
      wall.includes(id) && (id === c1 || id === c2)
        ? {
            ...on,
            id,
            name: id === c1 ? 'Alder' : 'Birch',
            tenantId: `tenant-${id}`,
            partnerId: partnerOf(id),
            distributorId: null,
            organizations: 1,
          }
        : undefined,
    plans: async (wall, page) =>
      [c1, c2]
        .filter((id) => wall.includes(id) && page.within.customerIds.includes(id))
        .map((customerId) => ({
          ...{ id: customerId === c1 ? world.plans[0] : world.plans[1], customerId, name: 'Standard' },
          ...{ enabled: true, intervalSeconds: 1800 },
        })),
    plan: async (wall, id) =>
      owned(
        id,
        [
          [world.plans[0], c1],
          [world.plans[1], c2],
        ],
        wall,
      ),
    group: async (wall, id) =>
      owned(
        id,
        [
          [world.groups[0], c1],
          [world.groups[1], c2],
        ],
        wall,
      ),
    groupsOf: async () => [],
    ownSettings: async () => ({ users: 1, ownValues: 0 }),
    async dropOwnSettings(_wall, _customerId, _target, key) {
      changes.push(`dropOwnSettings ${key}`);
      return 0;
    },
    settings: async (wall, levels) =>
      settings.filter(
        (one) => wall.includes(one.customerId) && levels.some((level) => level.level === one.level && level.id === one.levelId),
      ),
    async putSetting(_wall, customerId, setting) {
      changes.push(`putSetting ${setting.key}`);
      await directory.deleteSetting([], customerId, setting, {} as never);
      settings.push({ ...setting, customerId });
    },
    async deleteSetting(_wall, _customerId, { level, levelId, key }, act) {
      if (act.at !== undefined) changes.push(`deleteSetting ${key}`);
      const at = settings.findIndex((one) => one.level === level && one.levelId === levelId && one.key === key);
      if (at >= 0) settings.splice(at, 1);
    },
  };
  return { directory, users, organizations, settings };
};
