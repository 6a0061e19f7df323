import { useId } from 'preact/hooks';
import { StateIcon } from '../parts/index.ts';

export interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'url';
  autoComplete?: string;
  error?: string | undefined;
  value?: string;
  hint?: string | undefined;
}

/** A labelled input; what is wrong with it stands below and is tied to it. */
export const Field = ({ name, label, type = 'text', autoComplete, error, value, hint }: FieldProps) => {
  const id = useId();
  const about = error !== undefined || hint !== undefined ? `${id}-about` : undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        name={name}
        {...({ type } as object)}
        autocomplete={autoComplete}
        defaultValue={value}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={about}
        spellcheck={false}
      />
      {error !== undefined ? (
        <p id={about} class="field-error small">
          <StateIcon state="needs-attention" size={16} />
          {error}
        </p>
      ) : null}
      {error === undefined && hint !== undefined ? (
        <p id={about} class="small quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
};
