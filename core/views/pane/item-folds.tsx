import type { OpenItem } from '../../host/index.ts';
import { paneText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Fold, later } from '../parts/index.ts';

const contents = () => import('./fold-contents.ts');
const WhySteps = later(async () => (await contents()).WhySteps);
const WhoSeesItem = later(async () => (await contents()).WhoSeesItem);
const ItemHistory = later(async () => (await contents()).ItemHistory);

/**
 * What can be asked about the open item. "Why?" and who could see it begin closed with every item: reading it may cost the mailbox and
 * Salesforce a request.
 */
export const ItemFolds = ({ userId, item }: { userId: string; item: OpenItem & { id: string } }) => {
  const t = useText(paneText);
  const object = item.kind === 'message' ? 'email' : item.kind;
  const { id } = item;
  return (
    <section class="card folds" aria-label={t('about-item')}>
      <h2 class="small quiet">{t('about-item')}</h2>
      <Fold title={t('why')}>
        <WhySteps userId={userId} item={{ side: 'outlook', object, id }} />
      </Fold>
      <Fold title={t('who-sees')}>
        <WhoSeesItem userId={userId} item={{ object, id }} />
      </Fold>
      <Fold name="history" title={t('history')}>
        <ItemHistory userId={userId} item={item} />
      </Fold>
    </section>
  );
};
