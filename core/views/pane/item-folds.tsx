import type { OpenItem } from '../../host/index.ts';
import { historyText, paneText, visibilityText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { ItemHistory } from '../history/index.ts';
import { Fold } from '../parts/index.ts';
import { WhoSeesItem, WhySteps } from '../why/index.ts';

/**
 * What can be asked about the open item. "Why?" and who could see it begin closed with every item: reading it may cost the mailbox and
 * Salesforce a request.
 */
export const ItemFolds = ({ userId, item }: { userId: string; item: OpenItem & { id: string } }) => {
  const t = useText(paneText);
  const v = useText(visibilityText);
  const h = useText(historyText);
  const object = item.kind === 'message' ? 'email' : item.kind;
  const { id } = item;
  return (
    <section class="card folds" aria-label={t('about-item')}>
      <h2 class="small quiet">{t('about-item')}</h2>
      <Fold title={t('why')}>
        <WhySteps userId={userId} item={{ side: 'outlook', object, id }} />
      </Fold>
      <Fold title={v('title')}>
        <WhoSeesItem userId={userId} item={{ object, id }} />
      </Fold>
      <Fold name="history" title={h('item-title')}>
        <ItemHistory userId={userId} item={item} />
      </Fold>
    </section>
  );
};
