import { useState } from 'preact/hooks';
import { holdsText, reasonTitles, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { Confirm } from '../confirm/index.ts';
import { Button } from '../parts/index.ts';
import { type AskedHold, commonAnswers } from './common-answers.ts';
import type { AnswersRun, useAnswers } from './use-answers.ts';

const useTitle = (): ((hold: AskedHold) => string) => {
  const locale = useLocale();
  return ({ issue }) => issue.detail.title ?? sayReason(reasonTitles, issue.reason, locale);
};

/** What a yes to all of them would do, one by one: nobody is mailed whose address was not shown. */
const Consequences = ({ holds }: { holds: readonly AskedHold[] }) => {
  const t = useText(holdsText);
  const titleOf = useTitle();
  const line = (hold: AskedHold): string => {
    const { proposed, links, recipients = [] } = hold.issue.detail;
    const name = hold.user.name;
    if (proposed !== undefined && links !== undefined) return t('sure-deletes', { name, proposed, links });
    if (recipients.length > 0) return t('sure-mails', { name, title: titleOf(hold), addresses: recipients.join(', ') });
    return t('sure-other', { name, title: titleOf(hold) });
  };
  return (
    <ul class="hold-consequences">
      {holds.map((hold) => (
        <li key={hold.id}>{line(hold)}</li>
      ))}
    </ul>
  );
};

const Outcome = ({ run, onAgain, onClose }: { run: AnswersRun; onAgain: (holds: AskedHold[]) => void; onClose: () => void }) => {
  const t = useText(holdsText);
  const titleOf = useTitle();
  const { answered, refused } = run;
  return (
    <div class={`strip ${refused.length > 0 ? 'bad' : ''}`} role="status">
      <div class="stack">
        <p>{t('done', { count: answered })}</p>
        {refused.length === 0 ? null : (
          <>
            <p>{t('failed', { count: refused.length })}</p>
            <ul>
              {refused.map(({ hold, why }) => (
                <li key={hold.id}>{t('refused-line', { name: hold.user.name, title: titleOf(hold), reason: t(why) })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {refused.length > 0 ? <Button onPress={() => onAgain(refused.map(({ hold }) => hold))}>{t('again')}</Button> : null}
      <Button onPress={onClose}>{t('close')}</Button>
    </div>
  );
};

interface Props {
  selected: readonly AskedHold[];
  /** All that are shown and could be ticked. */
  shown: readonly AskedHold[];
  answers: ReturnType<typeof useAnswers>;
  onSelect: (ids: readonly string[]) => void;
}

/** What can be said to all ticked holds at once, and how it went for each. */
export const AnswerBar = ({ selected, shown, answers, onSelect }: Props) => {
  const t = useText(holdsText);
  const [asking, setAsking] = useState(false);
  const common = commonAnswers(selected);
  // Like the first that is ticked, else like the first of the list: what takes the same answers.
  const kin = shown.filter((hold) => commonAnswers([hold, selected[0] ?? shown[0] ?? hold]).length > 0);
  const count = selected.length;
  const start = (answer: (typeof common)[number]): void => {
    setAsking(false);
    onSelect([]);
    void answers.start(selected, answer);
  };
  return (
    <>
      {shown.length < 2 && count === 0 ? null : (
        <div class="row hold-bar">
          {count === 0 ? (
            <Button look="subtle" onPress={() => onSelect(kin.map(({ id }) => id))}>
              {t('tick-all')}
            </Button>
          ) : (
            <>
              <span class="small" role="status">
                {t('selected', { count })}
              </span>
              {common.map((answer) => (
                <Button key={answer} busy={answers.busy} onPress={() => (answer === 'allow' ? setAsking(true) : start(answer))}>
                  {t(answer, { count })}
                </Button>
              ))}
              {common.length === 0 ? <span class="small quiet">{t('no-common')}</span> : null}
              <Button look="subtle" onPress={() => onSelect([])}>
                {t('clear')}
              </Button>
            </>
          )}
        </div>
      )}
      {answers.busy ? (
        <p class="small quiet" role="status">
          {t('running')}
        </p>
      ) : null}
      {answers.run === undefined ? null : (
        <Outcome run={answers.run} onAgain={(holds) => onSelect(holds.map(({ id }) => id))} onClose={answers.close} />
      )}
      {asking ? (
        <Confirm
          title={t('sure-title', { count })}
          yes={t('allow', { count })}
          cancel={t('cancel')}
          onYes={() => start('allow')}
          onCancel={() => setAsking(false)}
        >
          <Consequences holds={selected} />
        </Confirm>
      ) : null}
    </>
  );
};
