import type { ProblemField } from '../../contract/client/index.ts';
import { type Locale, mappingText, type Speak } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField } from '../conflicts/index.ts';
import { Button, StateIcon } from '../parts/index.ts';
import type { MappedObject, Rule } from './rule.ts';

type Key = typeof mappingText extends { en: Readonly<Record<infer K, string>> } ? K : never;

const outlookOf = (rule: Rule, t: Speak<Key>, locale: Locale): string => {
  if (rule.kind === 'pair') return nameField(rule.outlook, locale);
  if (rule.kind !== 'constant') return nameField(rule.field, locale);
  return typeof rule.value === 'boolean' ? t(rule.value ? 'yes' : 'no') : String(rule.value);
};

const travelsOf = (rule: Rule, t: Speak<Key>): string => {
  if (rule.kind === 'constant') return t('when-made');
  return rule.kind === 'target' ? t('as-before') : t(rule.travels);
};

const salesforceOf = (rule: Rule, object: MappedObject): string => {
  const name = 'salesforce' in rule ? rule.salesforce : object.standard.find(({ field }) => field === rule.field)?.salesforce;
  const label = object.salesforceFields.find((field) => field.name === name)?.label;
  return label === undefined || label === name ? (name ?? '') : `${label} (${name})`;
};

interface TableProps {
  object: MappedObject;
  rules: readonly Rule[];
  troubles: ReadonlyMap<number, readonly ProblemField[]>;
  /** Absent where the rules may be looked at only. */
  onChange: ((place: number) => void) | undefined;
  onRemove: (place: number) => void;
}

/** The rules, each with what is wrong with it right below. */
export const RuleTable = ({ object, rules, troubles, onChange, onRemove }: TableProps) => {
  const t = useText(mappingText);
  const locale = useLocale();
  return (
    <table class="wrapping rules">
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('outlook')}</th>
          <th scope="col">{t('travels')}</th>
          <th scope="col">{t('salesforce')}</th>
          {onChange === undefined ? null : <th scope="col">{t('actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, place) => (
          <tr key={place}>
            <th scope="row">
              {t(`kind-${rule.kind}`)}
              {(troubles.get(place) ?? []).map(({ where, what, todo }) => (
                <p key={where} class="field-error small">
                  <StateIcon state="needs-attention" size={16} />
                  <span>{t('trouble', { what, todo })}</span>
                </p>
              ))}
            </th>
            <td data-name={t(rule.kind === 'constant' ? 'value' : 'outlook')}>{outlookOf(rule, t, locale)}</td>
            <td data-name={t('travels')}>{travelsOf(rule, t)}</td>
            <td data-name={t('salesforce')}>{salesforceOf(rule, object)}</td>
            {onChange === undefined ? null : (
              <td class="rule-acts">
                <Button look="subtle" label={t('change-named', { number: place + 1 })} onPress={() => onChange(place)}>
                  {t('change')}
                </Button>
                <Button look="subtle" label={t('remove-named', { number: place + 1 })} onPress={() => onRemove(place)}>
                  {t('remove')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
