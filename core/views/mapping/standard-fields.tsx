import { mappingText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField } from '../conflicts/index.ts';
import type { MappedObject } from './rule.ts';

/** What holds now for the fields that Lockstep keeps by itself. */
export const StandardFields = ({ object }: { object: MappedObject }) => {
  const t = useText(mappingText);
  const locale = useLocale();
  if (object.standard.length === 0) return null;
  return (
    <details class="standard-fields">
      <summary>{t('standard')}</summary>
      <table class="wrapping">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('travels')}</th>
            <th scope="col">{t('salesforce')}</th>
          </tr>
        </thead>
        <tbody>
          {object.standard.map(({ field, travels, salesforce }) => (
            <tr key={field}>
              <th scope="row">{nameField(field, locale)}</th>
              <td data-name={t('travels')}>{t(travels)}</td>
              <td data-name={t('salesforce')}>{salesforce}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
