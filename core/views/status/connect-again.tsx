import { useState } from 'preact/hooks';
import type { Reason, User } from '../../contract/client/index.ts';
import { connectText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { Button } from '../parts/index.ts';

type Side = 'mailbox' | 'salesforce';

/** Which sign-in mends which reason; a stopped mailbox does not say which of the two it was. */
const mendedBy: Partial<Record<Reason, readonly Side[]>> = {
  'sign-in-outlook': ['mailbox'],
  'sign-in-salesforce': ['salesforce'],
  'suspended-authorization': ['mailbox', 'salesforce'],
  'not-configured': ['mailbox', 'salesforce'],
};

const refusals = { other_person: 'other-person', salesforce_user_taken: 'taken' } as const;

/** Signs in again where a mailbox stands still for want of it. Only the person who owns the mailbox can; the popup cannot open windows. */
export const ConnectAgain = ({ user, onChanged }: { user: User; onChanged: () => void }) => {
  const app = useApp();
  const t = useText(connectText);
  const say = useSayTrouble();
  const [busy, setBusy] = useState<Side | undefined>(undefined);
  const { webSignIn } = app.host;
  const sides = (mendedBy[user.status.reason] ?? []).filter((side) => side === 'salesforce' || user.mailbox.access === 'graph-delegated');
  if (webSignIn === null || sides.length === 0) return null;

  const run = async (side: Side): Promise<void> => {
    const path = { id: user.id, side };
    const { url } = await app.service.client.call('POST /api/users/{id}/connections/{side}', {
      path,
      body: { returnTo: webSignIn.returnTo },
    });
    const back = await webSignIn.run(url);
    const code = back === undefined ? null : new URL(back).searchParams.get('code');
    if (code === null) {
      app.notice.value = { kind: 'plain', text: t('cancelled') };
      return;
    }
    await app.service.client.call('POST /api/users/{id}/connections/{side}/finish', { path, body: { code } });
    app.notice.value = { kind: 'good', text: t('connected') };
    onChanged();
  };
  const connect = async (side: Side): Promise<void> => {
    setBusy(side);
    try {
      await run(side);
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      const known = refusals[trouble.problem?.code as keyof typeof refusals];
      app.notice.value = { kind: 'bad', text: known ? t(known) : t('trouble', { reason: say(trouble) }) };
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <div class="row">
      {sides.map((side) => (
        <Button key={side} icon={side === 'mailbox' ? 'mailbox' : 'plug'} busy={busy === side} onPress={() => void connect(side)}>
          {t(busy === side ? 'connecting' : side)}
        </Button>
      ))}
    </div>
  );
};
