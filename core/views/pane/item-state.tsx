import { paneText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Age, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';

const icons = { linked: 'up-to-date', pending: 'waiting', paused: 'needs-attention', ended: 'off' } as const;
const isKnown = (state: string): state is keyof typeof icons => state in icons;

export interface ItemStateProps {
  userId: string;
  object: 'event' | 'contact';
  id: string;
}

/** Whether an open meeting or contact is in Salesforce, by the books alone: neither the mailbox nor Salesforce is asked. */
export const ItemState = ({ userId, object, id }: ItemStateProps) => {
  const t = useText(paneText);
  const history = useResource(
    `history ${userId} ${object} ${id}`,
    (client) => client.call('GET /api/users/{id}/items/history', { path: { id: userId }, query: { side: 'outlook', object, id } }),
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = history.shown.value;
  const trouble = history.trouble.value;
  const state = shown?.value.link?.state ?? '';
  const last = shown?.value.changes[0];
  return (
    <section aria-label={t(`this-${object}`)} aria-live="polite">
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void history.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20]} /> : null}
      {shown === undefined ? null : (
        <p class="state">
          <StateIcon state={isKnown(state) ? icons[state] : 'off'} size={16} />
          <span>
            {t(isKnown(state) ? state : 'not-linked')}
            {last === undefined || state !== 'linked' ? null : (
              <span class="small quiet">
                {' · '}
                <Age at={last.at} say={(age) => t(last.side === 'salesforce' ? 'linked-since' : 'linked-down', { age })} />
              </span>
            )}
          </span>
        </p>
      )}
    </section>
  );
};
