import type { OpenItem } from '../../host/index.ts';
import { paneText, personText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { MailState } from '../mail/index.ts';
import { Card, Skeleton } from '../parts/index.ts';
import { ItemPeople } from '../person/index.ts';
import { ItemState } from './item-state.tsx';
import './pane.css';

interface Props {
  userId: string;
  ownAddress: string;
  /** Undefined until Outlook has said. */
  item: OpenItem | null | undefined;
}

/** The item that is open in Outlook: whose it is in Salesforce, whether it is there itself, and Save. */
export const OpenItemCard = ({ userId, ownAddress, item }: Props) => {
  const t = useText(paneText);
  const p = useText(personText);
  return (
    <Card title={t('item')} quietTitle>
      <div class="open-item">
        {item === undefined ? <Skeleton lines={[40, 20]} /> : null}
        {item === null ? <p class="quiet">{p('no-item')}</p> : null}
        {item ? <ItemPeople userId={userId} ownAddress={ownAddress} item={item} /> : null}
        {item?.id ? (
          <div class="card-line" key={`${userId} ${item.id}`}>
            {item.kind === 'message' ? (
              <MailState userId={userId} itemId={item.id} />
            ) : (
              <ItemState userId={userId} object={item.kind} id={item.id} />
            )}
          </div>
        ) : null}
      </div>
    </Card>
  );
};
