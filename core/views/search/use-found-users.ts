import { useEffect, useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { useApp } from '../app/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';

/** Waits for the next key before it asks (milliseconds). */
const pause = 200;

interface Search {
  /** Part of a name or address; nothing is asked where it is empty. */
  query: string;
  limit: number;
  /** Only users of this customer. */
  customerId?: string;
}

interface FoundUsers {
  /** Undefined as long as nothing is searched for or nothing has come; while the next words are on their way, what was found before. */
  users: User[] | undefined;
  trouble: Trouble | undefined;
  /** Asks the same once more, at once. */
  again: () => void;
}

interface Answer {
  to: string;
  users: User[] | undefined;
  trouble: Trouble | undefined;
}

const none: Answer = { to: '', users: undefined, trouble: undefined };

/** Looks for users by part of a name or address while somebody types. */
export const useFoundUsers = ({ query, limit, customerId }: Search): FoundUsers => {
  const app = useApp();
  const [answer, setAnswer] = useState(none);
  const [turn, setTurn] = useState(0);
  const q = query.trim();
  useEffect(() => {
    if (q === '') {
      setAnswer(none);
      return undefined;
    }
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      await app.host.clock.sleep(answer.to === q ? 0 : pause, stop.signal);
      if (stop.signal.aborted) return;
      const asked = { query: { q, limit, ...(customerId === undefined ? {} : { customerId }) } };
      try {
        const { items } = await app.service.client.call('GET /api/users', asked, { signal: stop.signal });
        setAnswer({ to: q, users: items, trouble: undefined });
      } catch (error) {
        if (!stop.signal.aborted) setAnswer(({ users }) => ({ to: q, users, trouble: toTrouble(error, app.host.online()) }));
      }
    };
    void ask();
    return () => stop.abort();
  }, [app, q, limit, customerId, turn]);
  return { users: answer.users, trouble: answer.trouble, again: () => setTurn((count) => count + 1) };
};
