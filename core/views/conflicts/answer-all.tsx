import { useEffect, useState } from 'preact/hooks';
import type { Ask, Conflict, ConflictKeep } from '../../contract/client/index.ts';
import { conflictsText } from '../../text/index.ts';
import { send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { nameField } from './name-field.ts';

type ObjectName = Ask<'POST /api/users/{id}/conflicts/resolve'>['body']['object'];

/** One answer to every open conflict of this field; how many that are is said before anything happens. */
export const AnswerAll = ({ conflict, onDone }: { conflict: Conflict; onDone: () => void }) => {
  const t = useText(conflictsText);
  const say = useSayTrouble();
  const app = useApp();
  const locale = useLocale();
  const [keep, setKeep] = useState<Exclude<ConflictKeep, 'base'>>('outlook');
  const [always, setAlways] = useState(false);
  const [count, setCount] = useState<number | undefined>(undefined);
  const ask = (dryRun: boolean) =>
    send(app, 'POST /api/users/{id}/conflicts/resolve', {
      path: { id: conflict.userId },
      body: { object: conflict.object as ObjectName, field: conflict.field, keep, always, dryRun },
    });
  useEffect(() => {
    let stands = true;
    void ask(true).then((sent) => {
      if (stands && 'answer' in sent) setCount(sent.answer.count);
    });
    return () => {
      stands = false;
    };
  }, [keep, always]);
  const apply = async (): Promise<void> => {
    const sent = await ask(false);
    if ('answer' in sent) app.notice.value = { kind: 'good', text: t('answered', { count: sent.answer.count }) };
    else if ('trouble' in sent) app.notice.value = { kind: 'bad', text: t('answer-failed', { reason: say(sent) }) };
    onDone();
  };
  return (
    <fieldset class="conflict-all">
      <legend>{t('for-all-of', { field: nameField(conflict.field, locale) })}</legend>
      {(['outlook', 'salesforce'] as const).map((side) => (
        <label key={side}>
          <input type="radio" name={`keep-${conflict.id}`} checked={keep === side} onChange={() => setKeep(side)} />
          {t(`keep-${side}`)}
        </label>
      ))}
      <label>
        <input type="checkbox" checked={always} onChange={(event) => setAlways(event.currentTarget.checked)} />
        {t('always')}
      </label>
      <p class="small quiet" role="status">
        {count === undefined ? '' : t('would-answer', { count })}
      </p>
      <div class="row">
        <Button onPress={() => void apply()}>{t('apply', { count: count ?? 0 })}</Button>
        <Button look="subtle" onPress={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </fieldset>
  );
};
