import type { SettingLevel } from '../../../core/model/index.ts';
import type { Store } from '../store.ts';

export interface SettingChangeRow {
  id: string;
  customerId: string;
  level: SettingLevel;
  levelId: string;
  key: string;
  /** Null where this level set nothing. */
  before: { value: unknown; mayAdjust: boolean } | null;
  after: { value: unknown; mayAdjust: boolean } | null;
  actorEmail: string | null;
  /** The customer for which somebody else's people acted. */
  onBehalfOf: { id: string; name: string } | null;
  undoes: string | null;
  undone: boolean;
  at: string;
}

/** Each undo of it, of an undo of it and so on, put one value in the place of the other: it is undone while their number is odd. */
const undone = `
  (WITH RECURSIVE later AS (
     SELECT u.id FROM setting_change u WHERE u.customer_id = c.customer_id AND u.undoes = c.id
      UNION ALL SELECT n.id FROM setting_change n JOIN later l ON n.customer_id = c.customer_id AND n.undoes = l.id
   ) SELECT count(*) % 2 = 1 FROM later)`;

const columns = `
  c.id, c.customer_id AS "customerId", c.level, c.level_id AS "levelId", c.key, c.before, c.after, c.actor_email AS "actorEmail", c.undoes, c.at,
  (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM customer o WHERE o.id = c.on_behalf_of) AS "onBehalfOf",
  ${undone} AS undone`;

const list = `
  SELECT ${columns} FROM setting_change c WHERE c.level = $1 AND c.level_id = $2
     AND ($4::uuid IS NULL OR (c.at, c.id) < ($3::timestamptz, $4::uuid))
   ORDER BY c.at DESC, c.id DESC LIMIT $5`;

/** What settings were and became, newest first. */
export function settingChanges(store: Store) {
  const read = async (wall: readonly string[], text: string, values: readonly unknown[]): Promise<SettingChangeRow[]> => {
    const rows = await store.asCustomers(wall, ({ query }) => query<Omit<SettingChangeRow, 'at'> & { at: Date }>(text, values));
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  };
  return {
    list: (
      wall: readonly string[],
      place: { level: SettingLevel; id: string },
      page: { before?: { at: string; id: string } | undefined; limit: number },
    ) => read(wall, list, [place.level, place.id, page.before?.at ?? null, page.before?.id ?? null, page.limit]),
    one: async (wall: readonly string[], id: string): Promise<SettingChangeRow | undefined> =>
      (await read(wall, `SELECT ${columns} FROM setting_change c WHERE c.id = $1`, [id]))[0],
  };
}
