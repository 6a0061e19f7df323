import { historyText } from '../../text/index.ts';
import { useText } from '../app/index.ts';

type Value = string | number | boolean | null;

export interface FieldValues {
  field: string;
  before: Value;
  after: Value;
}

/** Values as they were and as they are, or will be; the first few of many. */
export const FieldLines = ({ fields, most = 12 }: { fields: readonly FieldValues[]; most?: number }) => {
  const t = useText(historyText);
  const say = (value: Value) => (value === null || value === '' ? t('empty') : String(value));
  return fields.slice(0, most).map(({ field, before, after }) => (
    <li key={field}>
      <span class="quiet">{field}: </span>
      <del>{say(before)}</del> → <ins>{say(after)}</ins>
    </li>
  ));
};
