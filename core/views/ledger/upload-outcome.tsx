import { ledgerText } from '../../text/index.ts';
import { useSayTrouble, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import type { Upload, UploadState } from './use-upload.ts';

const mostListed = 200;

const Refused = ({ refused }: Pick<Upload, 'refused'>) => {
  const t = useText(ledgerText);
  if (refused.length === 0) return null;
  const inOrder = [...refused].sort((one, other) => one.number - other.number);
  return (
    <details open>
      <summary>{t('refused')}</summary>
      <ul class="refused-lines small">
        {inOrder.slice(0, mostListed).map(({ number, what, todo }, place) => (
          <li key={place}>
            <strong>{t('line', { number })}</strong> {t('trouble', { what, todo })}
          </li>
        ))}
      </ul>
      {inOrder.length > mostListed ? <p class="small quiet">{t('more-refused', { count: inOrder.length - mostListed })}</p> : null}
    </details>
  );
};

/** How far an upload is, and what became of its lines. */
export const UploadOutcome = ({ upload, onGoOn }: { upload: UploadState; onGoOn: (from: Upload) => void }) => {
  const t = useText(ledgerText);
  const say = useSayTrouble();
  if (upload.state === 'none') return null;
  if (upload.state === 'empty' || upload.state === 'no-mailbox-line')
    return (
      <p class="strip bad" role="alert">
        {t(upload.state)}
      </p>
    );
  const { state, sent, total, sums, refused, trouble, wrongMailbox } = upload;
  const { what = '', todo = '' } = wrongMailbox ?? {};
  if (state === 'wrong-mailbox')
    return (
      <p class="strip bad" role="alert">
        {t('wrong-mailbox', { what, todo })}
      </p>
    );
  const reason = trouble === null ? '' : say(trouble);
  return (
    <div class="stack">
      <progress
        class="ledger-progress"
        aria-label={t('progress')}
        max={Math.max(1, total)}
        value={state === 'done' ? Math.max(1, total) : sent}
      />
      {state === 'halted' ? (
        <div class="strip bad" role="alert">
          <p>{t('halted', { sent, total, reason })}</p>
          <Button onPress={() => onGoOn(upload)}>{t('go-on')}</Button>
        </div>
      ) : (
        <p role="status">{state === 'done' ? t('done', { ...sums, refused: refused.length }) : t('sent-of', { sent, total })}</p>
      )}
      <Refused refused={refused} />
    </div>
  );
};
