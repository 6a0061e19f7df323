import type { Issue } from '../../contract/client/index.ts';
import { issuesText } from '../../text/index.ts';
import { useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { Button } from '../parts/index.ts';

/** For what only somebody else can mend: the exact request, with field, rule and record, in one click. */
export const CopyRequest = ({ issue }: { issue: Issue }) => {
  const t = useText(issuesText);
  const say = useSayTrouble();
  const app = useApp();
  const locale = useLocale();
  const copy = async (): Promise<void> => {
    try {
      const request = await app.service.client.call('GET /api/issues/{id}/request', { path: { id: issue.id }, query: { locale } });
      await app.host.copy(`${request.subject}\n\n${request.text}`);
      app.notice.value = { kind: 'good', text: t('copied') };
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      app.notice.value = { kind: 'bad', text: t('answer-failed', { reason: say(trouble) }) };
    }
  };
  return (
    <Button look="subtle" onPress={() => void copy()}>
      {t('copy-request')}
    </Button>
  );
};
