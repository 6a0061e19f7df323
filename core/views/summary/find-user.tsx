import { useEffect, useId, useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { sayStatusReason, statesText, statusText, summaryText } from '../../text/index.ts';
import { useApp, useLocale, useText } from '../app/index.ts';
import { toTrouble } from '../connect/index.ts';
import { StateIcon } from '../parts/index.ts';
import { SyncButton } from '../status/index.ts';

/** Waits for the next key before it asks (milliseconds). */
const pause = 200;

const useFound = (query: string): { users: User[] | undefined; problem: string; reload: () => void } => {
  const app = useApp();
  const s = useText(statesText);
  const [users, setUsers] = useState<User[] | undefined>(undefined);
  const [problem, setProblem] = useState('');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const find = async (): Promise<void> => {
      await app.host.clock.sleep(users === undefined || turn === 0 ? pause : 0, stop.signal);
      if (stop.signal.aborted) return;
      try {
        const found = await app.service.client.call('GET /api/users', { query: { q: query, limit: 8 } }, { signal: stop.signal });
        setUsers(found.items);
        setProblem('');
      } catch (error) {
        if (!stop.signal.aborted) setProblem(s(`reason-${toTrouble(error, app.host.online()).kind}`));
      }
    };
    if (query === '') setUsers(undefined);
    else void find();
    return () => stop.abort();
  }, [app, query, turn]);
  return { users, problem, reload: () => setTurn((count) => count + 1) };
};

/** Finds a user by name or address and syncs that mailbox at once. */
export const FindUser = ({ onOpen }: { onOpen: (user: User) => void }) => {
  const t = useText(summaryText);
  const s = useText(statusText);
  const locale = useLocale();
  const id = useId();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const { users, problem, reload } = useFound(wanted);
  const count =
    users === undefined ? '' : users.length === 0 ? t('found-none', { query: wanted }) : t('found-some', { count: users.length });
  return (
    <div class="stack">
      <div class="field">
        <label for={id} class="visually-hidden">
          {t('find')}
        </label>
        <input
          id={id}
          class="input"
          type="search"
          value={query}
          placeholder={t('find-placeholder')}
          autocomplete="off"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {problem === '' ? null : <p role="alert">{problem}</p>}
      {wanted === '' ? null : (
        <>
          <p class="small quiet" role="status">
            {count}
          </p>
          <ul class="found">
            {(users ?? []).map((user) => (
              <li class="card" key={user.id}>
                <div class="attention">
                  <StateIcon state={user.status.state} size={16} />
                  <div>
                    <button type="button" class="link-button clip" onClick={() => onOpen(user)}>
                      {user.name}
                    </button>
                    <p class="small quiet clip">
                      {s(user.status.state)}
                      {user.status.state === 'up-to-date' ? null : ` · ${sayStatusReason(user.status.reason, locale)}`}
                    </p>
                  </div>
                </div>
                <SyncButton user={user} onChanged={reload} inList />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
