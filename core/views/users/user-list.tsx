import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StatusState, User } from '../../contract/client/index.ts';
import { statesText, usersText } from '../../text/index.ts';
import { send, useApp, useLocale, useSayTrouble, useText } from '../app/index.ts';
import { Age, Button, Skeleton, TroubleStrip } from '../parts/index.ts';
import { useFoundUsers } from '../search/index.ts';
import { type Arrangement, arrangeUsers, countStates, type UserColumn } from './arrange-users.ts';
import { BulkBar } from './bulk-bar.tsx';
import { tickedOf, useTicks } from './use-ticks.ts';
import { useUsers } from './use-users.ts';
import { UserFilters } from './user-filters.tsx';
import { UserGrid } from './user-grid.tsx';
import './users.css';

export interface UserListProps {
  /** From the address of the page, so that a view can be shared and survives a reload. */
  query: string;
  state: StatusState | undefined;
  onFilter: (query: string, state: StatusState | undefined) => void;
  onOpen: (user: User) => void;
  /** Several users are ticked only where something can be done to them. */
  mayBulk: boolean;
}

/** "/" goes to the search from everywhere but a field. */
const useSearchKey = () => {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return search;
};

const NoUsers = ({ filtered, clear }: { filtered: boolean; clear: (() => void) | undefined }) => {
  const t = useText(usersText);
  return (
    <div class="empty">
      <p>{t(filtered ? 'no-match' : 'none')}</p>
      {clear === undefined ? null : <Button onPress={clear}>{t('clear-filters')}</Button>}
    </div>
  );
};

/** All users that I look after, live: who stands how, why, and who has to act. */
export const UserList = ({ query, state, onFilter, onOpen, mayBulk }: UserListProps) => {
  const app = useApp();
  const t = useText(usersText);
  const s = useText(statesText);
  const say = useSayTrouble();
  const locale = useLocale();
  const search = useSearchKey();
  const users = useUsers();
  const [sort, setSort] = useState<UserColumn>('attention');
  const [descending, setDescending] = useState(false);
  const shown = users.shown.value;
  const trouble = users.trouble.value;
  // Where not all users are loaded, a search asks the service; else the loaded ones are all there is to look through.
  const complete = shown?.value.complete ?? true;
  const { users: far } = useFoundUsers({ query: complete ? '' : query, limit: 200 });
  const all = far ?? shown?.value.users ?? [];
  const arrangement: Arrangement = { query, state, sort, descending };
  const arranged = useMemo(() => arrangeUsers(all, arrangement, locale), [all, query, state, sort, descending, locale]);
  const counts = useMemo(() => countStates(all), [all]);
  const ticks = useTicks(mayBulk);
  const sync = async (user: User): Promise<void> => {
    const sent = await send(app, 'POST /api/users/{id}/sync', { path: { id: user.id } });
    if ('trouble' in sent) app.notice.value = { kind: 'bad', text: say(sent) };
    else app.notice.value = { kind: 'good', text: t('requested', { name: user.name }) };
  };
  return (
    <div class="users">
      <div class="users-head">
        <h1>{t('title')}</h1>
        <p class="small quiet" role="status">
          {shown === undefined ? '' : t('shown', { shown: arranged.length, total: all.length })}
          {shown?.remembered ? (
            <>
              {' · '}
              <Age at={shown.at} say={(time) => s('as-of', { time })} />
            </>
          ) : null}
        </p>
        {ticks === undefined ? null : <BulkBar selected={tickedOf(all, ticks)} onClear={ticks.clear} />}
      </div>
      <UserFilters
        search={search}
        query={query}
        state={state}
        counts={counts}
        total={all.length}
        onQuery={(next) => onFilter(next, state)}
        onState={(next) => onFilter(query, next)}
      />
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void users.load()} />}
      {shown?.value.complete === false && far === undefined ? <p class="small quiet">{t('incomplete', { count: all.length })}</p> : null}
      {shown === undefined && trouble === undefined ? <Skeleton lines={Array<number>(10).fill(40)} /> : null}
      {shown !== undefined && arranged.length === 0 ? (
        <NoUsers
          filtered={all.length > 0 || query !== ''}
          clear={query === '' && state === undefined ? undefined : () => onFilter('', undefined)}
        />
      ) : null}
      {arranged.length === 0 ? null : (
        <>
          <UserGrid
            users={arranged}
            sort={sort}
            descending={descending}
            onSort={(column) => {
              setDescending(column === sort && !descending);
              setSort(column);
            }}
            onOpen={onOpen}
            onSync={(user) => void sync(user)}
            ticks={ticks}
          />
          <p class="small quiet users-keys">{t('keyboard')}</p>
        </>
      )}
    </div>
  );
};
