import { foreignKey, index, jsonb, pgTable, sql, text, uniqueIndex, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** What ties an Outlook item to a Salesforce record, with the base of the three-way merge per side. */
export const link = declare(
  'walled',
  pgTable(
    'link',
    {
      id: uuid('id').primaryKey(),
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      object: text('object').notNull(),
      outlookId: text('outlook_id'),
      salesforceId: text('salesforce_id'),
      key: text('key'),
      baseOutlook: jsonb('base_outlook'),
      baseSalesforce: jsonb('base_salesforce'),
      outlookVersion: text('outlook_version'),
      salesforceVersion: text('salesforce_version'),
      state: text('state').notNull(),
      madeByUs: text('made_by_us'),
      writes: jsonb('writes').notNull(),
      /** Who takes part, as wanted, and as last done in Salesforce's list of invitees. */
      guests: jsonb('guests'),
      guestsDone: jsonb('guests_done'),
      /** What must stand in the record of a meeting that is private now, as long as Salesforce has not taken it. */
      redaction: jsonb('redaction'),
      /** Of an ended link: its record says nothing more that is private, or is gone. */
      redactedAt: moment('redacted_at'),
      /** Of an ended link: the series that its meeting was of. */
      seriesId: text('series_id'),
      createdAt: moment('created_at').notNull(),
      updatedAt: moment('updated_at').notNull(),
    },
    (table) => [
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('link_key')
        .on(table.customerId, table.key)
        .where(sql`${table.object} = 'event' and ${table.state} <> 'ended' and ${table.key} is not null`),
      index('link_guests').on(table.userId).where(sql`${table.state} = 'linked' and ${table.guests} is distinct from ${table.guestsDone}`),
      index('link_redaction').on(table.userId).where(sql`${table.redaction} is not null`),
      index('link_series_ended')
        .on(table.userId, table.seriesId)
        .where(sql`${table.state} = 'ended' and ${table.seriesId} is not null and ${table.redactedAt} is null`),
      index('link_outlook_ended').on(table.userId, table.object, table.outlookId).where(sql`${table.state} = 'ended'`),
      index('link_salesforce_ended').on(table.userId, table.object, table.salesforceId).where(sql`${table.state} = 'ended'`),
      uniqueIndex('link_outlook').on(table.userId, table.object, table.outlookId).where(sql`${table.state} <> 'ended'`),
      uniqueIndex('link_salesforce').on(table.userId, table.object, table.salesforceId).where(sql`${table.state} <> 'ended'`),
      index('link_mail_key').on(table.customerId, table.key).where(sql`${table.object} = 'email' and ${table.state} <> 'ended'`),
      index('link_mail_record')
        .on(table.customerId, table.salesforceId)
        .where(sql`${table.object} = 'email' and ${table.state} <> 'ended'`),
      oneOf('link_object', table.object, words.object),
      oneOf('link_state', table.state, words.linkState),
    ],
  ),
);
