import { useEffect, useRef, useState } from 'preact/hooks';
import { ledgerText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { Button } from '../parts/index.ts';

const saveFile = (name: string, parts: string[]): void => {
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/jsonl' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** The whole ledger as a file of this computer, read page by page. Half a ledger is never saved. */
export const DownloadLedger = ({ userId }: { userId: string }) => {
  const t = useText(ledgerText);
  const say = useSayTrouble();
  const app = useApp();
  const [read, setRead] = useState<number | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const readAll = async (signal: AbortSignal): Promise<void> => {
    const parts: string[] = [];
    let count = 0;
    let cursor: string | undefined;
    do {
      const query = { limit: 1000, ...(cursor === undefined ? {} : { cursor }) };
      const page = await app.service.client.call('GET /api/users/{id}/ledger', { path: { id: userId }, query }, { signal });
      parts.push(...page.items.map((line) => `${JSON.stringify(line)}\n`));
      count += page.items.length;
      setRead(count);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    saveFile(`ledger-${userId}.jsonl`, parts);
    app.notice.value = { kind: 'good', text: t('downloaded', { count }) };
  };
  const download = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setRead(0);
    try {
      await readAll(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) {
        app.notice.value = { kind: 'bad', text: t('download-failed', { reason: say(toTrouble(error, app.host.online())) }) };
      }
    } finally {
      setRead(undefined);
    }
  };
  return (
    <div class="row">
      <Button busy={read !== undefined} onPress={() => void download()}>
        {t('download')}
      </Button>
      <span role="status" class="small">
        {read === undefined ? null : t('reading', { count: read })}
      </span>
      {read === undefined ? null : (
        <Button look="subtle" onPress={() => running.current?.abort()}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
};
