import { useRef } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import { paneText, reasonDetails, reasonTitles, sayReason } from '../../text/index.ts';
import { useHost, useLocale, useResource, useText } from '../app/index.ts';
import { Age, Button, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import { SaveItem } from './save-item.tsx';

type Standing = Answer<'GET /api/users/{id}/decisions'>;

const icons = { linked: 'up-to-date', pending: 'waiting', paused: 'needs-attention', ended: 'off', 'not-linked': 'off' } as const;
const isKnown = (state: string): state is keyof typeof icons => state in icons;

/** Which words stand for it. */
const wordOf = ({ link, saved }: Standing): keyof typeof icons => {
  if (saved?.waiting) return 'pending';
  return link !== null && isKnown(link.state) ? link.state : 'not-linked';
};

/** In Salesforce and since when, or why not. */
const Lines = ({ object, standing }: { object: ItemStateProps['object']; standing: Standing }) => {
  const t = useText(paneText);
  const locale = useLocale();
  const host = useHost();
  const { link, decision, saved } = standing;
  const word = wordOf(standing);
  const why = word === 'linked' || saved?.waiting ? null : decision;
  const url = word === 'linked' ? link?.recordUrl : undefined;
  return (
    <>
      <p class="state">
        <StateIcon state={icons[word]} size={16} />
        <span>
          <span class="quiet">{t(`this-${object}`)} · </span>
          {t(word)}
          {word !== 'linked' || link === null ? null : (
            <span class="small quiet">
              {' · '}
              <Age at={link.updatedAt} say={(age) => t('linked-since', { age })} />
            </span>
          )}
        </span>
      </p>
      {url ? (
        <div class="row">
          <Button icon="open" onPress={() => host.openUrl(url)}>
            {t('open-record')}
          </Button>
        </div>
      ) : null}
      {why === null ? null : (
        <p class="small">
          {sayReason(reasonTitles, why.reason, locale)}. <span class="quiet">{sayReason(reasonDetails, why.reason, locale)}</span>
        </p>
      )}
      {saved?.waiting ? (
        <p class="small quiet">
          <Age at={saved.at} say={(age) => t('saved-by', { who: saved.by, age })} />
        </p>
      ) : null}
      {link === null && decision === null && !saved?.waiting ? <p class="small quiet">{t('not-seen')}</p> : null}
    </>
  );
};

export interface ItemStateProps {
  userId: string;
  object: 'event' | 'contact';
  id: string;
}

/** Whether an open meeting or contact is in Salesforce, by the books alone: neither the mailbox nor Salesforce is asked. */
export const ItemState = ({ userId, object, id }: ItemStateProps) => {
  const t = useText(paneText);
  const standing = useResource(
    `decision ${userId} ${object} ${id}`,
    (client) => client.call('GET /api/users/{id}/decisions', { path: { id: userId }, query: { side: 'outlook', object, id } }),
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = standing.shown.value;
  const trouble = standing.trouble.value;
  const section = useRef<HTMLElement>(null);
  const saved = (answer: Standing): void => {
    standing.put(answer);
    // Save has done its work and goes: who pressed it by keyboard stays where it stood.
    section.current?.focus();
  };
  return (
    <section ref={section} tabIndex={-1} class="stack item-state" aria-label={t(`this-${object}`)} aria-live="polite">
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void standing.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20]} /> : null}
      {shown === undefined ? null : <Lines object={object} standing={shown.value} />}
      {shown?.value.maySave ? <SaveItem userId={userId} object={object} id={shown.value.id} onSaved={saved} /> : null}
    </section>
  );
};
