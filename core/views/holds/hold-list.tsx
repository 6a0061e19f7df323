import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { holdsText } from '../../text/index.ts';
import { usePages, useResource, useText } from '../app/index.ts';
import { Button, Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import { AnswerBar } from './answer-bar.tsx';
import { isAsked } from './common-answers.ts';
import { HoldLine } from './hold-line.tsx';
import './holds.css';
import { useAnswers } from './use-answers.ts';

type Kind = keyof Answer<'GET /api/organizations/{id}/holds'>['counts'];
const kinds = ['deletion', 'invitation', 'question', 'conflict', 'preview'] as const satisfies readonly Kind[];

const touches = ({ kind }: { kind: string }): boolean => kind.startsWith('issue.') || kind === 'user.changed';

interface Props {
  level: 'organization' | 'customer';
  id: string;
}

/** Every mailbox that waits for somebody, the longest first: of one kind or of all, each answered where it stands. */
export const HoldList = ({ level, id }: Props) => {
  const t = useText(holdsText);
  const [kind, setKind] = useState<Kind | undefined>(undefined);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const route = `GET /api/${level}s/{id}/holds` as const;
  const path = { id };
  const counted = useResource(
    `hold counts ${level} ${id}`,
    async (client) => (await client.call(route, { path, query: { limit: 1 } })).counts,
    touches,
  );
  const holds = usePages(
    `holds ${level} ${id} ${kind ?? ''}`,
    (client, query) => client.call(route, { path, query: kind === undefined ? query : { ...query, kind } }),
    touches,
    50,
  );
  const shown = holds.shown.value;
  const trouble = holds.trouble.value;
  const counts = counted.shown.value?.value;
  const all = kinds.reduce((sum, one) => sum + (counts?.[one] ?? 0), 0);
  const reload = (): void => {
    void counted.load();
    void holds.load();
  };
  const answers = useAnswers(level, id, reload);
  const asked = holds.items.filter(isAsked);
  // What somebody else answered meanwhile is no longer shown, and is ticked no more.
  const selected = asked.filter((hold) => ticked.has(hold.id));
  const tick = (hold: string): void => setTicked(new Set(ticked.has(hold) ? [...ticked].filter((one) => one !== hold) : [...ticked, hold]));
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {all === 0 ? null : (
        <fieldset class="hold-kinds">
          <legend class="visually-hidden">{t('kinds')}</legend>
          <Button pressed={kind === undefined} onPress={() => setKind(undefined)}>
            {t('all', { count: all })}
          </Button>
          {kinds
            .filter((one) => one === kind || (counts?.[one] ?? 0) > 0)
            .map((one) => (
              <Button key={one} pressed={kind === one} onPress={() => setKind(one)}>
                {t(one, { count: counts?.[one] ?? 0 })}
              </Button>
            ))}
        </fieldset>
      )}
      <AnswerBar selected={selected} shown={asked} answers={answers} onSelect={(ids) => setTicked(new Set(ids))} />
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[44, 44, 44]} /> : null}
      {shown !== undefined && holds.items.length === 0 ? <p class="quiet">{t('none')}</p> : null}
      <ul>
        {holds.items.map((hold) => (
          <HoldLine
            key={hold.id}
            hold={hold}
            named={level === 'customer'}
            ticked={ticked.has(hold.id)}
            onTick={isAsked(hold) ? () => tick(hold.id) : undefined}
            onAnswered={reload}
          />
        ))}
      </ul>
      <ShowMore shown={holds.items.length} more={holds.more} of={t('title')} onMore={holds.showMore} />
    </Card>
  );
};
