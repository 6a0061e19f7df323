import { useState } from 'preact/hooks';
import { settingsText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField } from '../conflicts/index.ts';
import { ownedFields } from './owned-fields.ts';
import { conflictChoices } from './setting-choices.ts';

type Owners = Readonly<Record<string, unknown>>;

/** The owners with this field's one; none: the rule of the whole object holds for it. */
const withOwner = (owners: Owners, field: string, owner: string): Owners => {
  const rest = Object.fromEntries(Object.entries(owners).filter(([one]) => one !== field));
  return owner === '' ? rest : { ...rest, [field]: owner };
};

interface OwnersProps {
  id: string;
  /** "contact.conflict.fields". */
  name: string;
  value: Owners;
  held: boolean;
  describedBy: string;
  onChange: (value: Owners) => void;
}

/** Who wins, field by field. A field of an organization's own mapping that has an owner already is listed, too. */
export const FieldOwners = ({ id, name, value, held, describedBy, onChange }: OwnersProps) => {
  const t = useText(settingsText);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const known = ownedFields[name.split('.')[0] ?? ''] ?? [];
  const fields = [...known, ...Object.keys(value).filter((field) => !known.includes(field))];
  return (
    <details class="field-owners" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={id} aria-describedby={describedBy}>
        {t('owners-count', { count: Object.keys(value).length })}
      </summary>
      {open ? (
        <table>
          <tbody>
            {fields.map((field) => {
              const label = nameField(field, locale);
              return (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td>
                    <select
                      class="input"
                      disabled={held}
                      aria-label={t('owner-of', { field: label })}
                      value={String(value[field] ?? '')}
                      onChange={(event) => onChange(withOwner(value, field, event.currentTarget.value))}
                    >
                      <option value="">{t('owner-by-object')}</option>
                      {conflictChoices.map(([one, word]) => (
                        <option key={one} value={one}>
                          {t(word)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </details>
  );
};
