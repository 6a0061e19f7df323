import { useEffect, useId, useState } from 'preact/hooks';
import { groupsText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { Button, Icon } from '../parts/index.ts';
import type { Group } from './use-groups.ts';

export interface Found {
  id: string;
  name: string;
  email: string;
}

interface FindProps {
  group: Group;
  members: readonly Found[];
  changing: string | undefined;
  onAdd: (user: Found) => void;
}

/** Waits for the next key before it asks (milliseconds). */
const pause = 200;
const most = 8;

/** Looks for users of the group's customer by part of a name or address, and offers those that are not in it. */
export const FindMember = ({ group, members, changing, onAdd }: FindProps) => {
  const app = useApp();
  const t = useText(groupsText);
  const id = useId();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Found[] | undefined>(undefined);
  useEffect(() => {
    const q = query.trim();
    if (q === '') {
      setFound(undefined);
      return undefined;
    }
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      await app.host.clock.sleep(pause, stop.signal);
      if (stop.signal.aborted) return;
      const answer = await app.service.client
        .call('GET /api/users', { query: { q, customerId: group.customerId, limit: most } }, { signal: stop.signal })
        // The list's own trouble says what is wrong; what was found before stays.
        .catch(() => undefined);
      if (answer !== undefined && !stop.signal.aborted) setFound(answer.items);
    };
    void ask();
    return () => stop.abort();
  }, [app, query, group.customerId]);
  const inside = new Set(members.map((one) => one.id));
  return (
    <div class="stack">
      <label for={id}>{t('find-user')}</label>
      <div class="search">
        <Icon name="search" size={16} />
        <input
          id={id}
          class="input"
          type="search"
          autocomplete="off"
          placeholder={t('find-placeholder')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <p class="small quiet" role="status">
        {found === undefined ? '' : t(found.length === 0 ? 'found-none' : 'found', { count: found.length })}
      </p>
      {found === undefined || found.length === 0 ? null : (
        <ul class="lines found">
          {found.map((user) => (
            <li key={user.id}>
              <span>
                {user.name} <span class="quiet small">{user.email}</span>
              </span>
              {inside.has(user.id) ? (
                <span class="quiet small">{t('is-member')}</span>
              ) : (
                <Button busy={changing === user.id} label={t('add-named', { name: user.name })} onPress={() => onAdd(user)}>
                  {t('add')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
