import type { User } from '../../contract/client/index.ts';
import { mailboxStatusText } from '../../text/index.ts';
import { send, useApp, useSayTrouble, useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';

/** Turns a user's own sync on or off at once, with an undo instead of a question: nothing is lost by it. */
export const SyncSwitch = ({ user, onChanged }: { user: User; onChanged: () => void }) => {
  const app = useApp();
  const t = useText(mailboxStatusText);
  const say = useSayTrouble();
  const isOn = user.synchronization.enabled && user.synchronization.suspended === null;
  const turn = async (enabled: boolean): Promise<void> => {
    const sent = await send(app, 'POST /api/users/{id}/synchronization', { path: { id: user.id }, body: { enabled } });
    if ('trouble' in sent) {
      app.notice.value = { kind: 'bad', text: say(sent) };
      return;
    }
    onChanged();
    const back = { label: t('undo'), run: () => void turn(!enabled) };
    app.notice.value = { kind: 'good', text: t(enabled ? 'turned-on' : 'turned-off'), act: back };
  };
  return (
    <Button look={isOn ? 'plain' : 'primary'} onPress={() => void turn(!isOn)}>
      {t(isOn ? 'turn-off' : 'turn-on')}
    </Button>
  );
};
