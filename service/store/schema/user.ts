import { boolean, foreignKey, index, integer, pgTable, sql, text, unique, uniqueIndex, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { organization } from './organization.ts';
import { plan } from './plan.ts';
import { declare } from './table-kind.ts';

/** A mailbox that is (or may be) kept in step, with its Salesforce user. People who sign in are accounts. */
export const user = declare(
  'walled',
  pgTable(
    'user',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      organizationId: uuid('organization_id').notNull(),
      planId: uuid('plan_id').notNull(),
      /** A person's mailbox, or the lane of a source of the same id. */
      kind: text('kind').notNull().default('mailbox'),
      email: text('email').notNull(),
      displayName: text('display_name').notNull(),
      mailboxAccess: text('mailbox_access').notNull(),
      mailboxAddress: text('mailbox_address').notNull(),
      graphUserId: text('graph_user_id'),
      salesforceUserId: text('salesforce_user_id'),
      salesforceOrgId: text('salesforce_org_id'),
      timeZone: text('time_zone'),
      synchronizationEnabled: boolean('synchronization_enabled').notNull().default(false),
      suspendedReason: text('suspended_reason'),
      suspendedAt: moment('suspended_at'),
      configuredAt: moment('configured_at'),
      initializedAt: moment('initialized_at'),
      /** What the settings came to when they were last applied; null: apply them at the next run. */
      settingsMark: text('settings_mark'),
      awaitsPreview: boolean('awaits_preview').notNull().default(false),
      failuresInARow: integer('failures_in_a_row').notNull().default(0),
      refusalsInARow: integer('refusals_in_a_row').notNull().default(0),
      lastSuccessAt: moment('last_success_at'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      unique('user_wall').on(table.customerId, table.id),
      uniqueIndex('user_email').on(table.customerId, table.email),
      index('user_name').on(table.customerId, sql`lower(${table.displayName})`, table.id),
      index('user_organization').on(table.organizationId),
      index('user_directory').on(table.graphUserId),
      foreignKey({ columns: [table.customerId, table.organizationId], foreignColumns: [organization.customerId, organization.id] }),
      foreignKey({ columns: [table.customerId, table.planId], foreignColumns: [plan.customerId, plan.id] }),
      oneOf('user_kind', table.kind, words.userKind),
      oneOf('user_mailbox_access', table.mailboxAccess, words.mailboxAccess),
    ],
  ),
);
