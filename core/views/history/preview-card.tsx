import { useEffect } from 'preact/hooks';
import { historyText } from '../../text/index.ts';
import { send, useApp, useResource, useText } from '../app/index.ts';
import { WhatToSync } from '../first-choice/index.ts';
import { Button, Card } from '../parts/index.ts';
import { JobRows } from './job-rows.tsx';
import { useJob } from './use-job.ts';

/** What the next sync would do (F01); where it is the first one, the yes that it waits for. */
export const PreviewCard = ({ userId, onChanged }: { userId: string; onChanged: () => void }) => {
  const app = useApp();
  const t = useText(historyText);
  const view = useJob();
  const known = useResource(
    `preview ${userId}`,
    (client) => client.call('GET /api/users/{id}/preview', { path: { id: userId } }),
    (event) => event.userId === userId && event.kind === 'user.changed',
  );
  const newest = known.shown.value?.value;
  const waits = newest?.awaitsConfirmation === true;
  const stands = newest?.job ?? undefined;
  // A first sync waits for this preview: it is shown without being asked for.
  useEffect(() => {
    if (waits && stands !== undefined && view.job === undefined) view.follow(stands);
  }, [waits, stands?.id]);
  const confirm = async (): Promise<void> => {
    if (view.job === undefined) return;
    const sent = await send(app, 'POST /api/users/{id}/preview/confirm', { path: { id: userId }, body: { jobId: view.job.id } });
    if (!('answer' in sent)) return;
    app.notice.value = { kind: 'good', text: t('preview-begun') };
    void known.load();
    onChanged();
  };
  const preview = (): void => void view.begin('POST /api/users/{id}/preview', { path: { id: userId } });
  return (
    <Card title={t('preview-title')}>
      <p class="small quiet">{waits ? t('preview-waits') : t('preview-intro')}</p>
      {waits ? <WhatToSync userId={userId} onSaved={preview} /> : null}
      <JobRows view={view} />
      <div class="row card-line">
        <Button busy={view.busy} onPress={preview}>
          {view.job === undefined ? t('preview-start') : t('preview-again')}
        </Button>
        {waits && view.job?.state === 'done' ? <Button onPress={() => void confirm()}>{t('preview-confirm')}</Button> : null}
      </div>
    </Card>
  );
};
