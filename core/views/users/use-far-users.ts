import { useEffect, useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { useApp } from '../app/index.ts';

/** Waits for the next key before it asks (milliseconds). */
const pause = 200;

/** Where not all users are loaded, a search asks the service; undefined as long as the loaded ones are all there is to look through. */
export const useFarUsers = (query: string, complete: boolean): User[] | undefined => {
  const app = useApp();
  const [found, setFound] = useState<User[] | undefined>(undefined);
  useEffect(() => {
    const wanted = query.trim();
    if (complete || wanted === '') {
      setFound(undefined);
      return undefined;
    }
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      await app.host.clock.sleep(pause, stop.signal);
      if (stop.signal.aborted) return;
      const answer = await app.service.client
        .call('GET /api/users', { query: { q: wanted, limit: 200 } }, { signal: stop.signal })
        // The list's own trouble says what is wrong; what was found before stays.
        .catch(() => undefined);
      if (answer !== undefined && !stop.signal.aborted) setFound(answer.items);
    };
    void ask();
    return () => stop.abort();
  }, [app, query, complete]);
  return found;
};
