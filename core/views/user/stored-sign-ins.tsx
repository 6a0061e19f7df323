import { useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { disconnectText } from '../../text/index.ts';
import { send, useApp, useSayTrouble, useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';

type Side = 'mailbox' | 'salesforce';

const words = { not_connected: 'nothing-stored', not_an_ordinary_user: 'not-ordinary' } as const;

/** Deletes a stored sign-in after a second click: it cannot be taken back, only the person can sign in anew. */
export const StoredSignIns = ({ user, onChanged }: { user: User; onChanged: () => void }) => {
  const app = useApp();
  const t = useText(disconnectText);
  const say = useSayTrouble();
  const [asking, setAsking] = useState<Side | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const { name } = user;
  // An access that the whole company gave has no sign-in of the person's own.
  const sides: readonly Side[] = user.mailbox.access === 'graph-delegated' ? ['mailbox', 'salesforce'] : ['salesforce'];
  const end = async (side: Side): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'DELETE /api/users/{id}/connections/{side}', { path: { id: user.id, side } });
    setBusy(false);
    setAsking(undefined);
    if (!('trouble' in sent)) {
      const left = 'answer' in sent && sent.answer.revoked === false;
      app.notice.value = { kind: left ? 'bad' : 'good', text: t(left ? 'deleted-here' : 'deleted', { name }) };
      onChanged();
      return;
    }
    const known = words[sent.trouble.problem?.code as keyof typeof words];
    app.notice.value = { kind: 'bad', text: known ? t(known) : t('trouble', { reason: say(sent) }) };
  };
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      {asking === undefined ? (
        <div class="row card-line">
          {sides.map((side) => (
            <Button key={side} icon={side === 'mailbox' ? 'mailbox' : 'plug'} onPress={() => setAsking(side)}>
              {t(side)}
            </Button>
          ))}
        </div>
      ) : (
        <fieldset class="plain-group">
          <legend>{t(`really-${asking}`, { name })}</legend>
          <div class="row">
            <Button onPress={() => setAsking(undefined)}>{t('keep')}</Button>
            <Button busy={busy} onPress={() => void end(asking)}>
              {t('delete')}
            </Button>
          </div>
        </fieldset>
      )}
    </Card>
  );
};
