import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { customizationText, reasonTitles, sayReason } from '../../text/index.ts';
import { send, useApp, useLocale, useResource, useSayTrouble, useText } from '../app/index.ts';
import { Button, Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { ClearQuestion } from './clear-question.tsx';

type Kind = 'reset' | 'reapply';
type Job = NonNullable<Answer<'GET /api/users/{id}/customization'>['job']>;

const sum = (counts: Job['counts'], what: string): number =>
  Object.entries(counts).reduce((total, [name, count]) => total + (name.endsWith(`.${what}`) ? count : 0), 0);

const JobLine = ({ job }: { job: Job }) => {
  const t = useText(customizationText);
  const locale = useLocale();
  const kind = job.kind === 'reset' ? 'reset' : 'reapply';
  const why = job.reason === null ? (job.message ?? '') : sayReason(reasonTitles, job.reason, locale);
  const ended = { removed: sum(job.counts, 'removed'), kept: sum(job.counts, 'kept') };
  return (
    <p role="status" class="small">
      {job.state === 'done' ? t(`done-${kind}`, ended) : job.state === 'failed' ? t('failed', { reason: why }) : t(`running-${kind}`)}
    </p>
  );
};

/** What Lockstep put into a mailbox, and taking it out: reset and reapply, each after a look at what it would do. */
export const CustomizationCard = ({ userId, mayClear }: { userId: string; mayClear: boolean }) => {
  const t = useText(customizationText);
  const say = useSayTrouble();
  const app = useApp();
  const [asked, setAsked] = useState<Kind | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const resource = useResource(
    `customization ${userId}`,
    (client) => client.call('GET /api/users/{id}/customization', { path: { id: userId } }),
    (event) => event.userId === userId && (event.kind === 'user.changed' || event.kind === 'job.changed'),
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const made = shown?.value;
  const begin = async (kind: Kind): Promise<void> => {
    setBusy(true);
    const sent = await send(app, `POST /api/users/{id}/${kind}`, { path: { id: userId } });
    setBusy(false);
    setAsked(undefined);
    if (!('answer' in sent)) {
      const reason = say(sent);
      app.notice.value = { kind: 'bad', text: t('not-begun', { reason }) };
    }
    void resource.load();
  };
  const none = made === undefined || made.pieces.length > 0 ? undefined : t(made.wanted.length > 0 ? 'not-yet' : 'none');
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {made === undefined && trouble === undefined ? <Skeleton lines={[20, 20]} /> : null}
      {none === undefined ? null : <p>{none}</p>}
      <ul class="pieces">
        {(made?.pieces ?? []).map((piece) => (
          <li key={piece.kind}>
            {`${t(`kind-${piece.kind}`)}: ${piece.name}`}
            {piece.madeByUs ? null : <span class="small quiet">{` (${t('was-there')})`}</span>}
          </li>
        ))}
      </ul>
      {made?.job ? <JobLine job={made.job} /> : null}
      {mayClear ? (
        <div class="row card-line">
          {(['reapply', 'reset'] as const).map((kind) => (
            <Button key={kind} onPress={() => setAsked(kind)}>
              {t(kind)}
            </Button>
          ))}
        </div>
      ) : null}
      {asked === undefined ? null : (
        <ClearQuestion userId={userId} kind={asked} busy={busy} onYes={() => void begin(asked)} onCancel={() => setAsked(undefined)} />
      )}
    </Card>
  );
};
