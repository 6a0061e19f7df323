import type { RouteKey } from '../../contract/client/index.ts';
import { groupsText } from '../../text/index.ts';
import { type Sent, useApp, useSayTrouble, useText } from '../app/index.ts';

/** Says why an act on a group was not done; false where it was done. */
export const useNotDone = (): (<K extends RouteKey>(sent: Sent<K>) => boolean) => {
  const app = useApp();
  const t = useText(groupsText);
  const say = useSayTrouble();
  return <K extends RouteKey>(sent: Sent<K>) => {
    if ('answer' in sent) return false;
    const taken = 'trouble' in sent && sent.trouble.problem?.code === 'name_taken';
    const reason = say(sent);
    app.notice.value = { kind: 'bad', text: taken ? t('name-taken') : t('not-saved', { reason }) };
    return true;
  };
};
