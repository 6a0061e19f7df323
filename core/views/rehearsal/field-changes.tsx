import { conflictsText, rehearsalText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField, showValue } from '../conflicts/index.ts';
import type { Rehearsal } from './use-rehearsal.ts';

type Field = Rehearsal['fields'][number];

const Examples = ({ field }: { field: Field }) => {
  const t = useText(rehearsalText);
  const c = useText(conflictsText);
  const locale = useLocale();
  if (field.examples.length === 0) return null;
  return (
    <details class="small">
      <summary>{t('examples')}</summary>
      <ul>
        {field.examples.map((example, place) => (
          <li key={place}>
            <strong>{example.title ?? t('untitled')}</strong>
            <br />
            {t('outlook-value', { value: showValue(c, locale, example.outlook) })}
            <br />
            {t('salesforce-value', { value: showValue(c, locale, example.salesforce) })}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What another mapping would write to the pairs that were read, field by field. */
export const FieldChanges = ({ rehearsal }: { rehearsal: Rehearsal }) => {
  const t = useText(rehearsalText);
  const locale = useLocale();
  const { fields, pairs } = rehearsal;
  return (
    <div class="stack">
      <h3>{t('fields')}</h3>
      <p>
        {t('pairs', { pairs })} {fields.length === 0 && pairs > 0 ? t('nothing-written') : null}
      </p>
      {fields.length === 0 ? null : (
        <table class="wrapping">
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('up')}</th>
              <th scope="col">{t('down')}</th>
              <th scope="col">{t('conflicts')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">
                  {nameField(field.field, locale)}
                  <Examples field={field} />
                </th>
                <td data-name={t('up')} class="number">
                  {field.up}
                </td>
                <td data-name={t('down')} class="number">
                  {field.down}
                </td>
                <td data-name={t('conflicts')} class="number">
                  {field.conflicts}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
};
