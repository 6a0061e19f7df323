import { useState } from 'preact/hooks';
import { historyText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { JobRows } from './job-rows.tsx';
import { type JobView, useJob } from './use-job.ts';

/** What is to be undone: begins the job, as a look first or for good. */
export type BeginUndo = (view: JobView, dryRun: boolean) => Promise<void>;

interface UndoProps {
  of: 'session' | 'item' | 'change';
  /** What it is about, for who only hears the button. */
  name?: string;
  begin: BeginUndo;
  onDone?: () => void;
}

/** Undo in two steps: what would be taken back, with its values, then the yes. */
export const Undo = ({ of, name, begin, onDone }: UndoProps) => {
  const t = useText(historyText);
  const look = useJob();
  const act = useJob();
  const [asked, setAsked] = useState(false);
  const close = (): void => {
    setAsked(false);
    look.forget();
    act.forget();
    onDone?.();
  };
  if (!asked) {
    const ask = (): void => {
      setAsked(true);
      void begin(look, true);
    };
    return (
      <div class="row">
        <Button
          label={name === undefined ? undefined : `${t(`undo-${of}`)} ${name}`}
          look={of === 'change' ? 'subtle' : 'plain'}
          onPress={ask}
        >
          {t(`undo-${of}`)}
        </Button>
      </div>
    );
  }
  const possible = look.rows.some((row) => row.outcome !== 'refused');
  const acting = act.job !== undefined;
  return (
    <div class="stack">
      {acting ? null : <p>{look.job?.state === 'done' && look.rows.length === 0 ? t('undo-nothing') : t('undo-shown')}</p>}
      {act.job?.state === 'done' ? <p role="status">{t('undo-done')}</p> : null}
      {!acting && look.job?.state === 'done' && look.rows.length === 0 ? null : <JobRows view={acting ? act : look} />}
      <div class="row">
        <Button onPress={close}>{t(acting ? 'undo-close' : 'undo-keep')}</Button>
        {!acting && look.job?.state === 'done' && possible ? <Button onPress={() => void begin(act, false)}>{t('undo-now')}</Button> : null}
      </div>
    </div>
  );
};
