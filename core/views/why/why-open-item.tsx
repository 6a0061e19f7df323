import { useEffect, useState } from 'preact/hooks';
import { whyText } from '../../text/index.ts';
import { useOpenItem, useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';
import { WhySteps } from './why-steps.tsx';
import './why.css';

/** "Why?" for the item that is open in Outlook. It is asked for by a click: reading an item costs the mailbox a request. */
export const WhyOpenItem = ({ userId }: { userId: string }) => {
  const t = useText(whyText);
  const item = useOpenItem();
  const [asked, setAsked] = useState(false);
  const id = item?.id ?? null;
  useEffect(() => setAsked(false), [id]);
  if (!item || id === null) return null;
  const object = item.kind === 'message' ? 'email' : item.kind;
  return (
    <Card title={t('why-open')} quietTitle>
      {asked ? (
        <WhySteps key={id} userId={userId} item={{ side: 'outlook', object, id }} />
      ) : (
        <Button look="subtle" onPress={() => setAsked(true)}>
          {t('why-open')}
        </Button>
      )}
    </Card>
  );
};
