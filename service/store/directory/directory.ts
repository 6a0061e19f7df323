import type { SettingLevel } from '../../../core/model/index.ts';
import type { Acting } from '../record/index.ts';
import type { Store } from '../store.ts';
import { setSynchronization, type UserPatch, updateOrganization, updateUser } from './change-directory.ts';
import { confirmPreview } from './first-preview.ts';
import { listPlans } from './list-plans.ts';
import { countUsers, listUsers, readUser, type StateContext, type UserFilter, type UserOrder } from './list-users.ts';
import { dropOwnSettings, ownSettings } from './own-settings.ts';
import { listCustomers, listOrganizations, type NamePage, readCustomer, readOrganization } from './places.ts';
import type { SettingKey, SettingRow } from './setting-row.ts';
import { deleteSetting, putSetting, readSettings } from './settings.ts';
import type { Within } from './within.ts';

type Wall = readonly string[];

/** Who and what there is: what service/http asks of the store (its port Directory). Nothing beyond the wall is seen or changed. */
export function directory(store: Store, ids: { next(): string }) {
  return {
    users: (wall: Wall, filter: UserFilter, order: UserOrder, context: StateContext) =>
      store.asCustomers(wall, (transaction) => listUsers(transaction, filter, order, context)),
    user: (wall: Wall, id: string) => store.asCustomers(wall, (transaction) => readUser(transaction, id)),
    countUsers: (wall: Wall, within: Within, context: StateContext) =>
      store.asCustomers(wall, (transaction) => countUsers(transaction, within, context)),
    updateUser: (wall: Wall, id: string, patch: UserPatch, act: Acting) => updateUser(store, ids, wall, id, patch, act),
    setSynchronization: (wall: Wall, id: string, enabled: boolean, act: Acting) => setSynchronization(store, ids, wall, id, enabled, act),
    confirmPreview: (wall: Wall, id: string, jobId: string, act: Acting) => confirmPreview(store, ids, wall, id, jobId, act),
    organizations: (wall: Wall, page: NamePage & { customerId?: string | undefined }) =>
      store.asCustomers(wall, (transaction) => listOrganizations(transaction, page)),
    organization: (wall: Wall, id: string) => store.asCustomers(wall, (transaction) => readOrganization(transaction, id)),
    updateOrganization: (wall: Wall, id: string, patch: { name?: string | undefined; enabled?: boolean | undefined }, act: Acting) =>
      updateOrganization(store, ids, wall, id, patch, act),
    customers: (wall: Wall, page: NamePage) => store.asCustomers(wall, (transaction) => listCustomers(transaction, page)),
    customer: (wall: Wall, id: string) => store.asCustomers(wall, (transaction) => readCustomer(transaction, id)),
    plans: (wall: Wall, page: NamePage & { customerId?: string | undefined }) =>
      store.asCustomers(wall, (transaction) => listPlans(transaction, page)),
    plan: (wall: Wall, id: string) =>
      store.asCustomers(wall, async ({ query }) => {
        const [row] = await query<{ id: string; customerId: string; name: string }>(
          'SELECT id, customer_id AS "customerId", name FROM plan WHERE id = $1',
          [id],
        );
        return row;
      }),
    groupsOf: (wall: Wall, userId: string) =>
      store.asCustomers(wall, async ({ query }) => {
        const rows = await query<{ id: string }>(
          'SELECT g.id FROM user_group g JOIN user_group_member m ON m.group_id = g.id WHERE m.user_id = $1 ORDER BY g.created_at, g.id',
          [userId],
        );
        return rows.map((row) => row.id);
      }),
    group: (wall: Wall, id: string) =>
      store.asCustomers(wall, async ({ query }) => {
        const [row] = await query<{ id: string; customerId: string; name: string }>(
          'SELECT id, customer_id AS "customerId", name FROM user_group WHERE id = $1',
          [id],
        );
        return row;
      }),
    ownSettings: (wall: Wall, target: { level: SettingLevel; id: string }, key: string) =>
      store.asCustomers(wall, (transaction) => ownSettings(transaction, target, key)),
    dropOwnSettings: (wall: Wall, customerId: string, target: { level: SettingLevel; id: string }, key: string, act: Acting) =>
      dropOwnSettings(store, ids, wall, customerId, target, key, act),
    settings: (wall: Wall, levels: readonly { level: SettingLevel; id: string }[]) =>
      store.asCustomers(wall, (transaction) => readSettings(transaction, levels)),
    putSetting: (wall: Wall, customerId: string, setting: SettingRow, act: Acting, undoes?: string) =>
      putSetting(store, ids, wall, customerId, setting, act, undoes),
    deleteSetting: (wall: Wall, customerId: string, setting: SettingKey, act: Acting, undoes?: string) =>
      deleteSetting(store, ids, wall, customerId, setting, act, undoes),
  };
}
