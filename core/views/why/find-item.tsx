import { useState } from 'preact/hooks';
import type { Item } from '../../contract/client/index.ts';
import { reasonTitles, sayReason, visibilityText, whyText } from '../../text/index.ts';
import { useLocale, useResource, useText } from '../app/index.ts';
import { Button, Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { WhoSeesItem } from './who-sees-item.tsx';
import { type WhyItem, WhySteps } from './why-steps.tsx';
import './why.css';

type Hit = Item<'GET /api/users/{id}/items'>;

/** Asked for by a click: reading it costs Salesforce a request. */
const WhoSeesHit = ({ userId, item }: { userId: string; item: { object: WhyItem['object']; id: string } }) => {
  const t = useText(visibilityText);
  const [asked, setAsked] = useState(false);
  return asked ? (
    <section aria-label={t('title')}>
      <WhoSeesItem userId={userId} item={item} />
    </section>
  ) : (
    <Button look="subtle" onPress={() => setAsked(true)}>
      {t('title')}
    </Button>
  );
};

const Line = ({ userId, hit }: { userId: string; hit: Hit }) => {
  const t = useText(whyText);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const kind =
    hit.object === 'contact' || hit.object === 'event' || hit.object === 'task' || hit.object === 'email' ? t(hit.object) : hit.object;
  return (
    <li>
      <details class="why-hit" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>{hit.title ?? hit.id}</span>
          <span class="small quiet">
            {t(`in-${hit.side}`, { object: kind })} · {t(hit.linked ? 'linked' : 'not-linked')}
            {hit.hint === null ? '' : ` · ${hit.hint}`}
            {hit.reason === null ? '' : ` · ${sayReason(reasonTitles, hit.reason, locale)}`}
          </span>
        </summary>
        {open ? <WhySteps userId={userId} item={{ side: hit.side, object: hit.object as WhyItem['object'], id: hit.id }} /> : null}
        {open && hit.side === 'outlook' ? (
          <WhoSeesHit userId={userId} item={{ object: hit.object as WhyItem['object'], id: hit.id }} />
        ) : null}
      </details>
    </li>
  );
};

const Hits = ({ userId, q }: { userId: string; q: string }) => {
  const t = useText(whyText);
  const [limit, setLimit] = useState(20);
  const found = useResource(
    `items ${userId} ${limit} ${q}`,
    (client) => client.call('GET /api/users/{id}/items', { path: { id: userId }, query: { q, limit } }),
    () => false,
  );
  const shown = found.shown.value;
  const trouble = found.trouble.value;
  if (trouble !== undefined) return <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void found.load()} />;
  if (shown === undefined) return <Skeleton lines={[24, 24]} />;
  const { items, nextCursor } = shown.value;
  return (
    <>
      <p class="small quiet" role="status">
        {items.length === 0 ? t('no-hits') : t('hits', { count: items.length })}
      </p>
      <ul class="why-hits">
        {items.map((hit) => (
          <Line key={`${hit.side} ${hit.object} ${hit.id}`} userId={userId} hit={hit} />
        ))}
      </ul>
      {nextCursor === null ? null : (
        <Button look="subtle" onPress={() => setLimit(200)}>
          {t('more')}
        </Button>
      )}
    </>
  );
};

/** The console's "Why?": find an item of this mailbox, then see what decided. */
export const FindItem = ({ userId }: { userId: string }) => {
  const t = useText(whyText);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  return (
    <Card title={t('title')}>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <input
          class="input"
          type="search"
          aria-label={t('search')}
          placeholder={t('search-hint')}
          value={typed}
          minLength={2}
          maxLength={200}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button submit>{t('search-button')}</Button>
      </form>
      {asked.length < 2 ? null : <Hits key={asked} userId={userId} q={asked} />}
    </Card>
  );
};
