import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  children?: ComponentChildren;
  /** Name for screen readers where the label is short or missing. */
  label?: string | undefined;
  icon?: IconName | undefined;
  look?: 'primary' | 'subtle' | 'plain';
  wide?: boolean;
  /** Why it cannot be pressed now. It stays in the tab order, so that the reason can be found. */
  heldBy?: string | undefined;
  busy?: boolean;
  submit?: boolean;
  pressed?: boolean | undefined;
  onPress?: (() => void) | undefined;
}

/** A button that says the act. Where it cannot act it is aria-disabled, never disabled: it can still be found, and says why. */
export const Button = ({ children, label, icon, look = 'plain', wide, heldBy, busy, submit, pressed, onPress }: ButtonProps) => {
  const held = heldBy !== undefined || busy === true;
  const name = ['button', look, wide ? 'wide' : '', children === undefined ? 'icon-only' : ''].filter(Boolean).join(' ');
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={name}
      aria-label={label}
      title={heldBy ?? (children === undefined ? label : undefined)}
      aria-disabled={held ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-pressed={pressed}
      onClick={(event) => {
        if (held) event.preventDefault();
        else onPress?.();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      {children}
    </button>
  );
};
