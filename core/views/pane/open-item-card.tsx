import type { OpenItem } from '../../host/index.ts';
import { paneText, personText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { MailState } from '../mail/index.ts';
import { Card, Skeleton } from '../parts/index.ts';
import { ItemPeople } from '../person/index.ts';
import { ItemState } from './item-state.tsx';
import './pane.css';

type Key = 'private' | 'writing-message' | 'writing-event' | 'series-whole' | 'series-one' | 'invited';

/** What Outlook itself says of the item that decides what can become of it. */
const remarks = ({ kind, id, composing, isPrivate, series, invited }: OpenItem): Key[] => [
  ...(composing && kind === 'message' ? (['writing-message'] as const) : []),
  ...(composing && kind === 'event' && id === null ? (['writing-event'] as const) : []),
  ...(isPrivate ? (['private'] as const) : []),
  ...(series === undefined ? [] : [`series-${series}` as const]),
  ...(invited ? (['invited'] as const) : []),
];

/** Whether it is in Salesforce itself. A message that is being written, or a series as such, is never there. */
const Standing = ({ userId, item }: { userId: string; item: OpenItem }) => {
  const { id, kind, composing, series } = item;
  if (id === null || (composing && kind === 'message') || series === 'whole') return null;
  if (kind === 'message') return <MailState key={`${userId} ${id}`} userId={userId} itemId={id} />;
  return <ItemState key={`${userId} ${id}`} userId={userId} object={kind} id={id} />;
};

const About = ({ userId, ownAddress, item, foreign }: { userId: string; ownAddress: string; item: OpenItem; foreign: boolean }) => {
  const t = useText(paneText);
  return (
    <>
      <ItemPeople userId={userId} ownAddress={ownAddress} item={item} />
      <div class="card-line stack item-about">
        {foreign ? <p class="small">{t('other-mailbox', { mailbox: item.mailbox ?? '' })}</p> : null}
        {remarks(item).map((key) => (
          <p key={key} class="small quiet">
            {t(key)}
          </p>
        ))}
        {foreign ? null : <Standing userId={userId} item={item} />}
      </div>
    </>
  );
};

interface Props {
  userId: string;
  ownAddress: string;
  /** Undefined until Outlook has said. */
  item: OpenItem | null | undefined;
  /** It lies in a mailbox that is none of mine here: its id means nothing in mine. */
  foreign: boolean;
}

/** The item that is open in Outlook: whose it is in Salesforce, whether it is there itself, and Save. */
export const OpenItemCard = ({ userId, ownAddress, item, foreign }: Props) => {
  const t = useText(paneText);
  const p = useText(personText);
  return (
    <Card title={t('item')} quietTitle>
      <div class="open-item">
        {item === undefined ? <Skeleton lines={[40, 20]} /> : null}
        {item === null ? <p class="quiet">{p('no-item')}</p> : null}
        {item ? <About userId={userId} ownAddress={ownAddress} item={item} foreign={foreign} /> : null}
      </div>
    </Card>
  );
};
