import type { ComponentChildren } from 'preact';
import { shellText } from '../../text/index.ts';
import { useText } from '../app/index.ts';

/** Two halves that fit into each other: the product's mark. */
export const Mark = ({ size = 20 }: { size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path
      d="M10 2a8 8 0 0 0-8 8c0 2.2.9 4.2 2.3 5.7L10 10V6.5L13.5 10 10 13.5l-3.9 3.6A8 8 0 1 0 10 2Z"
      fill="var(--colorBrandForeground1)"
    />
  </svg>
);

/** The head of pane, popup and console: at most 48 px high, stays on top. `heading`: the screen below has no heading of its own. */
export const Header = ({ children, heading }: { children?: ComponentChildren; heading?: boolean }) => {
  const t = useText(shellText);
  return (
    <header class="shell-head">
      <Mark />
      {heading ? <h1 class="shell-name">{t('product')}</h1> : <span class="shell-name">{t('product')}</span>}
      {children}
    </header>
  );
};
