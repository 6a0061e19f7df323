import { titleOf } from '../../../core/sync/index.ts';
import type { ItemRow } from '../ports/index.ts';

/** What tells two items of one name apart: address, time, day or company. */
const hintOf = (fields: ItemRow['fields']): string | null => {
  const hint = ['email', 'when', 'due', 'companyName']
    .map((name) => fields?.[name])
    .find((value) => typeof value === 'string' && value !== '');
  return typeof hint === 'string' ? hint : null;
};

export const nameItem = ({ fields }: Pick<ItemRow, 'fields'>) => ({ title: titleOf(fields) ?? null, hint: hintOf(fields) });
