import type { SettingLevel } from '../../../core/model/index.ts';
import type { Acting } from '../record/index.ts';
import type { Transaction } from '../transaction.ts';

interface Made {
  value: unknown;
  mayAdjust: boolean;
}

interface Kept {
  level: SettingLevel;
  levelId: string;
  key: string;
  before: Made | null;
  after: Made | null;
  /** The change that this one takes back. */
  undoes: string | null;
}

const insert = `
  INSERT INTO setting_change (id, customer_id, level, level_id, key, before, after, actor_email, on_behalf_of, undoes, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const asJson = (made: Made | null) => made && JSON.stringify({ value: made.value, mayAdjust: made.mayAdjust });

/** What a setting of one level was and became: what its undo reads. */
export async function keepSettingChange(
  ids: { next(): string },
  { execute }: Transaction,
  customerId: string,
  { level, levelId, key, before, after, undoes }: Kept,
  act: Acting,
): Promise<void> {
  const made = [asJson(before), asJson(after), act.actor?.email ?? null, act.onBehalfOf, undoes, act.at];
  await execute(insert, [ids.next(), customerId, level, levelId, key, ...made]);
}
