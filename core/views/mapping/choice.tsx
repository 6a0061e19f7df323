import { mappingText } from '../../text/index.ts';
import { useText } from '../app/index.ts';

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, word: string])[];
  /** The first control of a form that was just opened. */
  focus?: boolean;
  onChange: (value: string) => void;
}

/** One of several, to be chosen; nothing is chosen beforehand. */
export const Choice = ({ id, label, value, options, focus, onChange }: ChoiceProps) => {
  const t = useText(mappingText);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input"
        required
        value={value}
        ref={(element) => {
          if (focus && element !== null && element.dataset.focused === undefined) {
            element.dataset.focused = '';
            element.focus();
          }
        }}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.some(([one]) => one === value) ? null : <option value="">{t('choose')}</option>}
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
};
