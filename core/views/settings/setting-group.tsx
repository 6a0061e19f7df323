import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Settings of one kind of object. What is closed is not in the page: a mailbox has some fifty settings. */
export const SettingGroup = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) => {
  const [shown, setShown] = useState(open);
  return (
    <details class="settings" open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {shown || open ? children : null}
    </details>
  );
};
