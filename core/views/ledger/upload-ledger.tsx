import { useId, useRef } from 'preact/hooks';
import { ledgerText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { UploadOutcome } from './upload-outcome.tsx';
import { useUpload } from './use-upload.ts';

/** Takes a ledger file over into this mailbox. */
export const UploadLedger = ({ userId }: { userId: string }) => {
  const t = useText(ledgerText);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { upload, begin, goOn } = useUpload(userId);
  return (
    <>
      <form
        class="stack card-line"
        onSubmit={(event) => {
          event.preventDefault();
          const file = input.current?.files?.[0];
          if (file !== undefined) void begin(file);
        }}
      >
        <div class="field">
          <label for={id}>{t('file')}</label>
          <input ref={input} id={id} type="file" accept=".jsonl,application/jsonl" required aria-describedby={`${id}-hint`} />
        </div>
        <p id={`${id}-hint`} class="small quiet">
          {t('upload-hint')}
        </p>
        <div class="row">
          <Button submit busy={upload.state === 'sending'}>
            {t('upload')}
          </Button>
        </div>
      </form>
      <UploadOutcome upload={upload} onGoOn={(from) => void goOn(from)} />
    </>
  );
};
