import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { InFold } from './card.tsx';
import { Icon } from './icon.tsx';
import './fold.css';

/** What a person left open or closed, by the name of the fold. */
export interface Folds {
  isOpen(name: string): boolean | undefined;
  set(name: string, open: boolean): void;
}

/** Without it a fold remembers nothing. */
export const FoldsContext = createContext<Folds | undefined>(undefined);

export interface FoldProps {
  /** Under which its state is remembered; without one it begins closed each time. */
  name?: string;
  title: string;
  /** Open where the person has not said otherwise. */
  open?: boolean;
  /** Shown only while it is open: closed, it costs no request. */
  children: ComponentChildren;
}

/** A matter that is looked at on demand: a line with its title, and below it the content. Its state outlives the page. */
export const Fold = ({ name, title, open: byDefault = false, children }: FoldProps) => {
  const folds = useContext(FoldsContext);
  const [chosen, setChosen] = useState<boolean | undefined>(undefined);
  const open = chosen ?? (name === undefined ? undefined : folds?.isOpen(name)) ?? byDefault;
  const turn = (next: boolean): void => {
    if (next === open) return;
    setChosen(next);
    if (name !== undefined) folds?.set(name, next);
  };
  return (
    <details class="fold" open={open} onToggle={(event) => turn(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" size={16} />
        <h3>{title}</h3>
      </summary>
      {open ? (
        <div class="fold-body">
          <InFold.Provider value={true}>{children}</InFold.Provider>
        </div>
      ) : null}
    </details>
  );
};
