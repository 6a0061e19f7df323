import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';

export interface CardProps {
  title: string;
  /** Beside the title: a count, a button. */
  aside?: ComponentChildren;
  /** For a card whose content says by itself what it is: the title is then for screen readers only. */
  quietTitle?: boolean;
  children: ComponentChildren;
}

/** True inside a fold: its summary has said the title, and it is the frame. */
export const InFold = createContext(false);

/** One matter of a screen, named by its heading. */
export const Card = ({ title, aside, quietTitle, children }: CardProps) => {
  const id = useId();
  if (useContext(InFold)) return <div class="stack">{children}</div>;
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
