import { conflictsText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField, showValue } from '../conflicts/index.ts';

type Value = string | number | boolean | null;

export interface FieldValues {
  field: string;
  before: Value;
  after: Value;
  /** Of a value that is an id: what its record is called. */
  name?: string | undefined;
}

/** Values as they were and as they are, or will be; the first few of many. */
export const FieldLines = ({ fields, most = 12 }: { fields: readonly FieldValues[]; most?: number }) => {
  const t = useText(conflictsText);
  const locale = useLocale();
  return fields.slice(0, most).map(({ field, before, after, name }) => (
    <li key={field}>
      <span class="quiet">{nameField(field, locale)}: </span>
      <del>{showValue(t, locale, before)}</del> → <ins>{name === undefined ? showValue(t, locale, after) : `${name} (${after})`}</ins>
    </li>
  ));
};
