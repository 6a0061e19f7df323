import { settingsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { FieldOwners } from './field-owners.tsx';
import { settingChoices } from './setting-choices.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface FieldProps {
  id: string;
  name: string;
  value: unknown;
  held: boolean;
  describedBy: string;
  onChange: (value: unknown) => void;
}

/** The control that fits a setting's value: yes or no, one of a few, a number, a text, a list. What is none of them is shown only. */
export const SettingField = ({ id, name, value, held, describedBy, onChange }: FieldProps) => {
  const t = useText(settingsText);
  const common = { id, disabled: held, 'aria-describedby': describedBy };
  const options = settingChoices(name);
  if (typeof value === 'boolean')
    return <input {...common} type="checkbox" checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
  if (typeof value === 'string' && options !== undefined)
    return (
      <select {...common} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {t(word)}
          </option>
        ))}
      </select>
    );
  if (typeof value === 'number')
    return (
      <input
        {...common}
        class="input"
        type="number"
        min={0}
        value={value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    );
  if (typeof value === 'string')
    return <input {...common} class="input" type="text" value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  // Rules of a mapping are no lines of text, also where there are none yet.
  if (!name.endsWith('.mapping') && Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return (
      <textarea
        {...common}
        class="input"
        rows={2}
        placeholder={t('one-a-line')}
        onChange={(event) =>
          onChange(
            event.currentTarget.value
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          )
        }
      >
        {value.join('\n')}
      </textarea>
    );
  if (name.endsWith('.conflict.fields') && isRecord(value))
    return <FieldOwners id={id} name={name} value={value} held={held} describedBy={describedBy} onChange={onChange} />;
  return (
    <output id={id} class="small quiet">
      {t('by-api')}
    </output>
  );
};
