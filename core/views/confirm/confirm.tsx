import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '../parts/index.ts';
import './confirm.css';

export interface ConfirmProps {
  title: string;
  children: ComponentChildren;
  /** What the yes does, in its own words. */
  yes: string;
  cancel: string;
  busy?: boolean;
  heldBy?: string | undefined;
  onYes: () => void;
  onCancel: () => void;
}

/** A question before something happens. The browser's own dialog: it keeps the focus inside and gives it back; Escape means no. */
export const Confirm = ({ title, children, yes, cancel, busy, heldBy, onYes, onCancel }: ConfirmProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={id} onCancel={onCancel} onClose={onCancel}>
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
        <div class="row">
          <Button onPress={onCancel}>{cancel}</Button>
          <Button look="primary" busy={busy === true} heldBy={heldBy} onPress={onYes}>
            {yes}
          </Button>
        </div>
      </div>
    </dialog>
  );
};
