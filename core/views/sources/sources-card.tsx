import { useState } from 'preact/hooks';
import { sourcesText } from '../../text/index.ts';
import { send, useApp, useResource, useSayTrouble, useText } from '../app/index.ts';
import { Button, Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { SourceLine } from './source-line.tsx';
import { SourceOwner } from './source-owner.tsx';

/** Teams and sites of an organization: who owns them, what there is, and which are on. */
export const SourcesCard = ({ organizationId, mayChange }: { organizationId: string; mayChange: boolean }) => {
  const t = useText(sourcesText);
  const say = useSayTrouble();
  const app = useApp();
  const [busy, setBusy] = useState(false);
  const sources = useResource(
    `sources ${organizationId}`,
    (client) => client.call('GET /api/organizations/{id}/sources', { path: { id: organizationId } }),
    (event) => ['organization.changed', 'user.changed', 'session.finished', 'settings.changed'].includes(event.kind),
  );
  const shown = sources.shown.value;
  const trouble = sources.trouble.value;
  const reload = (): void => void sources.load();
  const look = async (): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'POST /api/organizations/{id}/sources/look', { path: { id: organizationId } });
    setBusy(false);
    if ('answer' in sent) {
      app.notice.value = { kind: 'good', text: t('looked', { count: sent.answer.items.length }) };
      return reload();
    }
    const noOwner = 'trouble' in sent && sent.trouble.problem?.code === 'owner_not_possible';
    const reason = say(sent);
    app.notice.value = { kind: 'bad', text: noOwner ? t('refused') : t('not-done', { reason }) };
  };
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={reload} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24, 48]} /> : null}
      {shown === undefined ? null : (
        <>
          <SourceOwner organizationId={organizationId} owner={shown.value.owner} mayChange={mayChange} onChanged={reload} />
          {mayChange ? (
            <div class="row">
              <Button busy={busy} onPress={() => void look()}>
                {t('look')}
              </Button>
            </div>
          ) : null}
          {shown.value.items.length === 0 ? <p class="quiet">{t('none')}</p> : null}
          <ul class="organizations">
            {shown.value.items.map((source) => (
              <SourceLine key={source.id} source={source} organizationId={organizationId} mayChange={mayChange} onChanged={reload} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
};
