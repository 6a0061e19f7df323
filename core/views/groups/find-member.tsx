import { useId, useState } from 'preact/hooks';
import { groupsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { SearchField, useFoundUsers } from '../search/index.ts';
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

const most = 8;

/** Looks for users of the group's customer by part of a name or address, and offers those that are not in it. */
export const FindMember = ({ group, members, changing, onAdd }: FindProps) => {
  const t = useText(groupsText);
  const id = useId();
  const [query, setQuery] = useState('');
  // Where the search itself fails, the list's own trouble says what is wrong; what was found before stays.
  const { users: found } = useFoundUsers({ query, limit: most, customerId: group.customerId });
  const inside = new Set(members.map((one) => one.id));
  return (
    <div class="stack">
      <label for={id}>{t('find-user')}</label>
      <SearchField id={id} placeholder={t('find-placeholder')} value={query} onType={setQuery} />
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
