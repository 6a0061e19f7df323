import { customizationText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Confirm } from '../confirm/index.ts';
import { Skeleton } from '../parts/index.ts';

type Kind = 'reset' | 'reapply';
const objectWords = { contact: 'object-contact', event: 'object-event', task: 'object-task', email: 'object-email' } as const;
const columns = ['removed', 'edited', 'meetings', 'other'] as const;

interface QuestionProps {
  userId: string;
  kind: Kind;
  busy: boolean;
  onYes: () => void;
  onCancel: () => void;
}

/** What a reset or a reapply would do, in counts by object, before anybody says yes to it. */
export const ClearQuestion = ({ userId, kind, busy, onYes, onCancel }: QuestionProps) => {
  const t = useText(customizationText);
  const preview = useResource(
    `clearing ${userId}`,
    (client) => client.call('GET /api/users/{id}/customization/clearing', { path: { id: userId } }),
    () => false,
  );
  const shown = preview.shown.value;
  const counts = shown && !shown.remembered ? shown.value : undefined;
  const ours = counts?.pieces.filter((piece) => piece.madeByUs).map((piece) => piece.name) ?? [];
  return (
    <Confirm
      title={t(`${kind}-ask`)}
      yes={t(kind)}
      cancel={t('cancel')}
      busy={busy}
      heldBy={counts === undefined ? t('counting') : undefined}
      onYes={onYes}
      onCancel={onCancel}
    >
      <p>{t(`${kind}-what`)}</p>
      <p>{t('never')}</p>
      {counts === undefined ? <Skeleton lines={[20, 20]} /> : null}
      {counts === undefined ? null : (
        <>
          {counts.objects.length === 0 ? <p>{t('nothing')}</p> : null}
          <ul>
            {counts.objects.map((object) => (
              <li key={object.object}>
                <strong>{t(objectWords[object.object as keyof typeof objectWords] ?? 'other')}</strong>
                {': '}
                {columns
                  .filter((column) => object[column] > 0)
                  .map((column) => `${object[column]} ${t(column)}`)
                  .join(', ')}
              </li>
            ))}
          </ul>
          <p>{t('pairs', { count: counts.pairs })}</p>
          {ours.length > 0 ? <p>{t('pieces', { names: ours.join(', ') })}</p> : null}
        </>
      )}
    </Confirm>
  );
};
