import { useEffect, useRef, useState } from 'preact/hooks';
import { statesText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from './button.tsx';

export interface ShowMoreProps {
  shown: number;
  more: boolean;
  /** Names the list for who hears the button alone. */
  of: string;
  onMore: () => Promise<void> | void;
}

/** The rest of a list. The button keeps the focus; with the last piece it becomes a word, which takes the focus over. */
export const ShowMore = ({ shown, more, of, onMore }: ShowMoreProps) => {
  const t = useText(statesText);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const ended = asked && !more;
  useEffect(() => {
    if (ended && document.activeElement === document.body) end.current?.focus();
  }, [ended]);
  const press = async (): Promise<void> => {
    setBusy(true);
    setAsked(true);
    await onMore();
    setBusy(false);
  };
  if (more)
    return (
      <div class="row">
        <Button busy={busy} label={t('show-more-of', { list: of })} onPress={() => void press()}>
          {t('show-more')}
        </Button>
      </div>
    );
  return ended ? (
    <p ref={end} tabIndex={-1} class="small quiet">
      {t('all-shown', { count: shown })}
    </p>
  ) : null;
};
