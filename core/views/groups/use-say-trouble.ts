import type { RouteKey } from '../../contract/client/index.ts';
import { groupsText, statesText } from '../../text/index.ts';
import { type Sent, useApp, useText } from '../app/index.ts';

/** Says why an act on a group was not done; false where it was done. */
export const useSayTrouble = (): (<K extends RouteKey>(sent: Sent<K>) => boolean) => {
  const app = useApp();
  const t = useText(groupsText);
  const s = useText(statesText);
  return <K extends RouteKey>(sent: Sent<K>) => {
    if ('answer' in sent) return false;
    const taken = 'trouble' in sent && sent.trouble.problem?.code === 'name_taken';
    const reason = s('kept' in sent ? 'reason-offline' : `reason-${sent.trouble.kind}`);
    app.notice.value = { kind: 'bad', text: taken ? t('name-taken') : t('not-saved', { reason }) };
    return true;
  };
};
