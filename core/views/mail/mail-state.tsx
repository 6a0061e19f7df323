import { useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { mailText, reasonDetails, reasonTitles, type Speak, sayReason } from '../../text/index.ts';
import { send, useApp, useHost, useLocale, useResource, useSayTrouble, useText } from '../app/index.ts';
import { Age, Button, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';

type Standing = Answer<'GET /api/users/{id}/mail'>;
type Key = keyof (typeof mailText)['en'];

const icons = { saved: 'up-to-date', waiting: 'waiting', failed: 'needs-attention', 'not-saved': 'off' } as const;

const saveLabel = (t: Speak<Key>, { state }: Standing): string => {
  if (state === 'failed') return t('save-again');
  return t(state === 'saved' ? 'save-mine' : 'save');
};

/** Who and when, where somebody asked or it was taken. */
const Since = ({ standing }: { standing: Standing }) => {
  const t = useText(mailText);
  const { at, savedBy, state } = standing;
  if (at === null || state === 'not-saved') return null;
  const say = (age: string): string => {
    if (state === 'waiting') return t('waiting-by', { who: savedBy ?? '', age });
    return savedBy === null ? t('saved-at', { age }) : t('saved-by', { who: savedBy, age });
  };
  return (
    <p class="small quiet">
      <Age at={at} say={say} />
    </p>
  );
};

/** Why it is not there, and who can change that. */
const Why = ({ reason }: { reason: NonNullable<Standing['reason']> }) => {
  const t = useText(mailText);
  const locale = useLocale();
  if (reason === 'pending') return <p class="small quiet">{t('goes-by-itself')}</p>;
  return (
    <div class="small">
      <p>{sayReason(reasonTitles, reason, locale)}</p>
      <p class="quiet">{sayReason(reasonDetails, reason, locale)}</p>
    </div>
  );
};

const StandingLines = ({ standing, busy, onSave }: { standing: Standing; busy: boolean; onSave: () => void }) => {
  const t = useText(mailText);
  const host = useHost();
  const { state, reason, url, maySave } = standing;
  return (
    <div class="stack item-state" aria-live="polite">
      <div class="row">
        <p class="state">
          <StateIcon state={icons[state]} size={16} />
          <span>{t(state)}</span>
        </p>
        {maySave ? (
          <Button look={state === 'saved' ? 'plain' : 'primary'} busy={busy} onPress={onSave}>
            {busy ? t('saving') : saveLabel(t, standing)}
          </Button>
        ) : null}
        {url === null ? null : (
          <Button icon="open" onPress={() => host.openUrl(url)}>
            {t('open')}
          </Button>
        )}
      </div>
      <Since standing={standing} />
      {reason === null ? null : <Why reason={reason} />}
      {maySave && state !== 'saved' ? <p class="small quiet">{t('who-sees')}</p> : null}
    </div>
  );
};

/** The open message: whether it is in Salesforce, since when and by whom, and Save. */
export const MailState = ({ userId, itemId }: { userId: string; itemId: string }) => {
  const t = useText(mailText);
  const say = useSayTrouble();
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const found = useResource(
    `mail ${userId} ${itemId}`,
    (client) => client.call('GET /api/users/{id}/mail', { path: { id: userId }, query: { itemId } }),
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = found.shown.value;
  const trouble = found.trouble.value;
  // By the lasting id of what is shown: in conversation view the id at hand means another message as soon as one arrives.
  const save = async (id: string): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'POST /api/users/{id}/mail/save', { path: { id: userId }, body: { itemId: id } });
    if ('answer' in sent) found.put(sent.answer);
    else if ('kept' in sent) app.notice.value = { kind: 'plain', text: t('kept-offline') };
    else app.notice.value = { kind: 'bad', text: t('save-failed', { reason: say(sent) }) };
    setBusy(false);
  };
  // A calendar item in a mail tab, or one that went away: nothing to say of it.
  if (trouble?.kind === 'not-found' || trouble?.problem?.code === 'not_connected') return null;
  return (
    <section class="stack" aria-label={t('title')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void found.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 32]} /> : null}
      {shown === undefined ? null : <StandingLines standing={shown.value} busy={busy} onSave={() => void save(shown.value.id)} />}
    </section>
  );
};
