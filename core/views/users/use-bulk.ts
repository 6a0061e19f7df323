import { useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { bulkText } from '../../text/index.ts';
import { useApp, useSayTrouble, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';

export interface BulkRun {
  enabled: boolean;
  done: number;
  all: number;
  /** Whose change was not taken, each with its reason. */
  failures: readonly { user: User; reason: string }[];
  ended: boolean;
}

/** So many requests at a time. */
const together = 4;

/** Switches the synchronization of several users, each with its own outcome. Those that failed can be tried again alone. */
export const useBulk = () => {
  const app = useApp();
  const t = useText(bulkText);
  const say = useSayTrouble();
  const [run, setRun] = useState<BulkRun | undefined>(undefined);
  const start = async (users: readonly User[], enabled: boolean): Promise<void> => {
    let now: BulkRun = { enabled, done: 0, all: users.length, failures: [], ended: false };
    const put = (more: Partial<BulkRun>): void => {
      now = { ...now, ...more };
      setRun(now);
    };
    put({});
    const rest = [...users];
    const work = async (): Promise<void> => {
      for (let user = rest.shift(); user !== undefined; user = rest.shift()) {
        const reason = await turn(user, enabled);
        put({ done: now.done + 1, failures: reason === undefined ? now.failures : [...now.failures, { user, reason }] });
      }
    };
    await Promise.all(Array.from({ length: together }, work));
    put({ ended: true });
  };
  const turn = async (user: User, enabled: boolean): Promise<string | undefined> => {
    try {
      await app.service.client.call('POST /api/users/{id}/synchronization', { path: { id: user.id }, body: { enabled } });
      return undefined;
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      app.noticed(trouble);
      return trouble.problem?.code === 'not_connected' ? t('not-connected') : say(trouble);
    }
  };
  return { run, start, close: () => setRun(undefined) };
};
