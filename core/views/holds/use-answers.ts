import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { holdsText } from '../../text/index.ts';
import { send, useApp, useSayTrouble, useText } from '../app/index.ts';
import type { AskedHold, CommonAnswer } from './common-answers.ts';

type Refusal = NonNullable<Answer<'POST /api/customers/{id}/holds/answer'>['results'][number]['refused']>;
export interface AnswersRun {
  answered: number;
  /** Each with why it was not answered. */
  refused: readonly { hold: AskedHold; why: Refusal }[];
}

/** The service takes so many at once. */
const most = 100;

/** One answer to several holds, and what became of each. */
export const useAnswers = (level: 'organization' | 'customer', id: string, onAnswered: () => void) => {
  const app = useApp();
  const t = useText(holdsText);
  const say = useSayTrouble();
  const [busy, setBusy] = useState(false);
  const [run, setRun] = useState<AnswersRun | undefined>(undefined);
  const start = async (holds: readonly AskedHold[], answer: CommonAnswer): Promise<void> => {
    setBusy(true);
    setRun(undefined);
    const results: Answer<'POST /api/customers/{id}/holds/answer'>['results'] = [];
    for (let from = 0; from < holds.length; from += most) {
      const ids = holds.slice(from, from + most).map((hold) => hold.id);
      const sent = await send(app, `POST /api/${level}s/{id}/holds/answer`, { path: { id }, body: { ids, answer } });
      if ('answer' in sent) results.push(...sent.answer.results);
      else {
        app.notice.value = { kind: 'bad', text: t('failed-all', { reason: say(sent) }) };
        break;
      }
    }
    const refused = results.flatMap((one) => {
      const hold = holds.find((each) => each.id === one.id);
      return hold === undefined || one.refused === null ? [] : [{ hold, why: one.refused }];
    });
    if (results.length > 0) setRun({ answered: results.length - refused.length, refused });
    setBusy(false);
    onAnswered();
  };
  return { busy, run, start, close: () => setRun(undefined) };
};
