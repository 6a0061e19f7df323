import { useState } from 'preact/hooks';
import type { Conflict, ConflictKeep } from '../../contract/client/index.ts';
import { conflictsText, formatMoment } from '../../text/index.ts';
import { send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { Age, Button, StateIcon } from '../parts/index.ts';
import { AnswerAll } from './answer-all.tsx';
import { nameField } from './name-field.ts';
import { showValue } from './show-value.ts';

const Values = ({ conflict }: { conflict: Conflict }) => {
  const t = useText(conflictsText);
  const locale = useLocale();
  const rows = [
    ...(conflict.hasBase ? ([['base', conflict.base, null]] as const) : []),
    ['outlook', conflict.outlook, conflict.outlookEditedAt] as const,
    ['salesforce', conflict.salesforce, conflict.salesforceEditedAt] as const,
  ];
  return (
    <dl class="conflict-values">
      {rows.map(([side, value, at]) => (
        <div key={side} class={conflict.winner === side ? 'holds' : undefined}>
          <dt class="small quiet">
            {t(side)} {at === null ? null : <Age at={at} />}
          </dt>
          <dd>{showValue(t, locale, value)}</dd>
        </div>
      ))}
    </dl>
  );
};

const Standing = ({ conflict }: { conflict: Conflict }) => {
  const t = useText(conflictsText);
  const locale = useLocale();
  const { deadlineAt, winner, decidedBy, state } = conflict;
  if (winner === null || decidedBy === null)
    return deadlineAt === null ? null : <p class="small quiet">{t('deadline', { date: formatMoment(Date.parse(deadlineAt), locale) })}</p>;
  const name = winner === 'base' ? t('before-value') : t(winner);
  return (
    <p class="small quiet">
      {decidedBy === 'person'
        ? t('by-person', { person: conflict.answeredBy ?? '', winner: name })
        : t(`by-${decidedBy}`, { winner: name })}
      {state === 'answered' || state === 'applying' ? ` ${t('on-its-way')}` : ''}
    </p>
  );
};

/** One field with all three values, who wins if nobody says anything, and the answers. */
export const ConflictCard = ({ conflict, onAnswered }: { conflict: Conflict; onAnswered: () => void }) => {
  const t = useText(conflictsText);
  const say = useSayTrouble();
  const app = useApp();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const answer = async (keep: ConflictKeep): Promise<void> => {
    const sent = await send(app, 'POST /api/conflicts/{id}/resolve', { path: { id: conflict.id }, body: { keep } });
    if ('answer' in sent) app.notice.value = { kind: 'good', text: t('answered', { count: 1 }) };
    else if ('trouble' in sent && sent.trouble.problem?.code === 'already_answered')
      app.notice.value = { kind: 'plain', text: t('answered-by-other') };
    else if ('trouble' in sent) app.notice.value = { kind: 'bad', text: t('answer-failed', { reason: say(sent) }) };
    onAnswered();
  };
  const field = nameField(conflict.field, locale);
  const waits = conflict.state === 'waiting';
  return (
    <li class="conflict">
      <StateIcon state={waits ? 'needs-attention' : 'up-to-date'} size={16} />
      <div class="conflict-body">
        <h3>{conflict.title === null ? field : t('of-item', { field, item: conflict.title })}</h3>
        {conflict.withheld ? <p class="small quiet">{t('withheld')}</p> : <Values conflict={conflict} />}
        <Standing conflict={conflict} />
        {all ? (
          <AnswerAll
            conflict={conflict}
            onDone={() => {
              setAll(false);
              onAnswered();
            }}
          />
        ) : (
          <div class="row">
            {conflict.answers.map((keep) => (
              <Button key={keep} look={keep === 'base' ? 'subtle' : 'plain'} onPress={() => void answer(keep)}>
                {t(waits ? `keep-${keep}` : `back-${keep}`)}
              </Button>
            ))}
            {waits ? (
              <Button look="subtle" onPress={() => setAll(true)}>
                {t('for-all')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
};
