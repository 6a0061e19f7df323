import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, sql, text, uuid } from '../drizzle.ts';
import { moment } from './moment.ts';
import { oneOf, words } from './one-of.ts';
import { declare } from './table-kind.ts';
import { user } from './user.ts';

/** One side's item as last seen. `planned` false = the planner has yet to look at it. */
export const observation = declare(
  'walled',
  pgTable(
    'observation',
    {
      customerId: uuid('customer_id').notNull(),
      userId: uuid('user_id').notNull(),
      side: text('side').notNull(),
      object: text('object').notNull(),
      remoteId: text('remote_id').notNull(),
      collectionId: uuid('collection_id'),
      /** Of a meeting of a series: the series' Outlook id, as in `facts`; jsonb operators use no index under row-level security. */
      seriesId: text('series_id'),
      version: text('version').notNull(),
      fields: jsonb('fields'),
      facts: jsonb('facts').notNull(),
      removed: boolean('removed').notNull(),
      confirmed: boolean('confirmed').notNull(),
      problem: jsonb('problem'),
      planned: boolean('planned').notNull(),
      generation: integer('generation').notNull(),
      /** Somebody asked for it: it is read anew before it is planned. */
      asked: boolean('asked').notNull().default(false),
      observedAt: moment('observed_at').notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.userId, table.side, table.object, table.remoteId] }),
      foreignKey({ columns: [table.customerId, table.userId], foreignColumns: [user.customerId, user.id] }).onDelete('cascade'),
      index('observation_record').on(table.customerId, table.remoteId).where(sql`${table.side} = 'salesforce'`),
      index('observation_series').on(table.userId, table.seriesId).where(sql`${table.seriesId} is not null`),
      index('observation_private')
        .on(table.userId)
        .where(sql`${table.side} = 'outlook' and ${table.object} = 'event' and ${table.facts}->>'private' = 'true'`),
      index('observation_unplanned').on(table.userId).where(sql`not ${table.planned}`),
      index('observation_asked').on(table.userId).where(sql`${table.asked}`),
      index('observation_unconfirmed').on(table.userId).where(sql`${table.removed} and not ${table.confirmed}`),
      oneOf('observation_side', table.side, words.side),
      oneOf('observation_object', table.object, words.object),
    ],
  ),
);
