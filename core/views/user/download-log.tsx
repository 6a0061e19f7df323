import { sessionText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { Button } from '../parts/index.ts';
import { type LogLine, writeLog } from './write-log.ts';

const types = { jsonl: 'application/jsonl', csv: 'text/csv' } as const;

/** A session's whole log as a file of this computer. */
export const DownloadLog = ({ sessionId }: { sessionId: string }) => {
  const t = useText(sessionText);
  const say = useSayTrouble();
  const app = useApp();
  const read = async (): Promise<LogLine[]> => {
    const lines: LogLine[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 1000, ...(cursor === undefined ? {} : { cursor }) };
      const page = await app.service.client.call('GET /api/sessions/{id}/log', { path: { id: sessionId }, query });
      lines.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return lines;
  };
  const download = async (kind: 'jsonl' | 'csv'): Promise<void> => {
    try {
      const url = URL.createObjectURL(new Blob([writeLog(await read(), kind)], { type: types[kind] }));
      const link = document.createElement('a');
      link.href = url;
      link.download = `session-${sessionId}.${kind}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      app.notice.value = { kind: 'bad', text: say(toTrouble(error, app.host.online())) };
    }
  };
  return (
    <div class="row">
      <Button look="subtle" onPress={() => void download('jsonl')}>
        {t('log-jsonl')}
      </Button>
      <Button look="subtle" onPress={() => void download('csv')}>
        {t('log-csv')}
      </Button>
    </div>
  );
};
