import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface CardProps {
  title: string;
  /** Beside the title: a count, a button. */
  aside?: ComponentChildren;
  /** For a card whose content says by itself what it is: the title is then for screen readers only. */
  quietTitle?: boolean;
  children: ComponentChildren;
}

/** One matter of a screen, named by its heading. */
export const Card = ({ title, aside, quietTitle, children }: CardProps) => {
  const id = useId();
  return (
    <section class="card" aria-labelledby={id}>
      {quietTitle && aside === undefined ? (
        <h2 id={id} class="visually-hidden">
          {title}
        </h2>
      ) : (
        <header>
          <h2 id={id} class={quietTitle ? 'visually-hidden' : undefined}>
            {title}
          </h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
};
