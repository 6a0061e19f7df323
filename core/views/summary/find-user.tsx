import { useId, useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { findUserText, sayStatusReason, statusText } from '../../text/index.ts';
import { useLocale, useSayTrouble, useText } from '../app/index.ts';
import { StateIcon } from '../parts/index.ts';
import { SearchField, useFoundUsers } from '../search/index.ts';
import { SyncButton } from '../status/index.ts';

const most = 8;

/** Finds a user by name or address and syncs that mailbox at once. */
export const FindUser = ({ onOpen }: { onOpen: (user: User) => void }) => {
  const t = useText(findUserText);
  const s = useText(statusText);
  const say = useSayTrouble();
  const locale = useLocale();
  const id = useId();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const { users, trouble, again } = useFoundUsers({ query, limit: most });
  const count =
    users === undefined ? '' : users.length === 0 ? t('found-none', { query: wanted }) : t('found-some', { count: users.length });
  return (
    <div class="stack">
      <div class="field">
        <label for={id} class="visually-hidden">
          {t('find')}
        </label>
        <SearchField id={id} placeholder={t('find-placeholder')} value={query} onType={setQuery} />
      </div>
      {trouble === undefined ? null : <p role="alert">{say(trouble)}</p>}
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
                <SyncButton user={user} onChanged={again} inList />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
