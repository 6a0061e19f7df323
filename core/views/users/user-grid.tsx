// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is made of ARIA roles; a <table> cannot hold rows placed by transform
// biome-ignore-all lint/a11y/useFocusableInteractive: one tab stop for the whole grid, by the ARIA authoring practices
import { useEffect, useRef, useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { bulkText, usersText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Icon } from '../parts/index.ts';
import type { UserColumn } from './arrange-users.ts';
import type { Ticks } from './use-ticks.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import { UserRow } from './user-row.tsx';

const rowHeight = 52;
const headHeight = 40;

const columns = [
  { key: 'name', sort: 'name', name: 'name' },
  { key: 'state', sort: 'attention', name: 'state' },
  { key: 'reason', sort: undefined, name: 'reason' },
  { key: 'organization', sort: 'organization', name: 'organization' },
  { key: 'plan', sort: 'plan', name: 'plan' },
  { key: 'last', sort: 'lastSuccess', name: 'last-success' },
  { key: 'issues', sort: 'issues', name: 'issues' },
] as const;

export interface UserGridProps {
  users: readonly User[];
  sort: UserColumn;
  descending: boolean;
  onSort: (column: UserColumn) => void;
  onOpen: (user: User) => void;
  onSync: (user: User) => void;
  /** The ticked users by id, and ticking them; undefined where there is nothing to tick for. */
  ticks: Ticks | undefined;
}

const GridHead = ({
  users,
  sort,
  descending,
  onSort,
  ticks,
}: Pick<UserGridProps, 'users' | 'sort' | 'descending' | 'onSort' | 'ticks'>) => {
  const t = useText(usersText);
  const b = useText(bulkText);
  return (
    <div role="row" class="user-head" aria-rowindex={1}>
      {ticks === undefined ? null : (
        <div role="columnheader" class="cell-tick">
          <input
            type="checkbox"
            aria-label={b('select-all')}
            checked={users.length > 0 && users.every(({ id }) => ticks.ids.has(id))}
            onChange={(event) => ticks.toggle(users.map(({ id }) => id).filter((id) => ticks.ids.has(id) !== event.currentTarget.checked))}
          />
        </div>
      )}
      {columns.map(({ key, sort: by, name }) => {
        const sorted = by === sort ? (descending ? 'descending' : 'ascending') : undefined;
        return (
          <div key={key} role="columnheader" class={`cell-${key}`} aria-sort={sorted}>
            {by === undefined ? (
              t(name)
            ) : (
              <button type="button" title={t('sort-by', { column: t(name) })} onClick={() => onSort(by)}>
                {t(name)}
                {sorted === undefined ? null : <Icon name={descending ? 'down' : 'up'} size={16} />}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
};

/** Which row a key moves to; undefined where the key moves nothing. */
const moved = (key: string, from: number, last: number): number | undefined => {
  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10 };
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = steps[key];
  return step === undefined ? undefined : Math.min(last, Math.max(0, from + step));
};

/** The list as a grid with one tab stop: arrows move, Enter opens, S syncs. Only the rows in view are in the page. */
export const UserGrid = ({ users, sort, descending, onSort, onOpen, onSync, ticks }: UserGridProps) => {
  const t = useText(usersText);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, height, show } = useVirtualRows(scroller, users.length, rowHeight, headHeight);
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number | undefined>(undefined);
  const place = Math.min(current, users.length - 1);
  // The row may not be in the page yet when a key moves to it: it takes the focus as soon as it is.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${wanted.current + 1}"]`);
    if (row) {
      row.focus({ preventScroll: true });
      wanted.current = undefined;
    }
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target as HTMLElement).matches('.user-row')) return;
    const user = users[place];
    const next = moved(event.key, place, users.length - 1);
    if (next !== undefined) {
      wanted.current = next;
      setCurrent(next);
      show(next);
    } else if (event.key === 'Enter' && user !== undefined) onOpen(user);
    else if (event.key === 's' && user !== undefined) onSync(user);
    else if (event.key === ' ' && user !== undefined) ticks?.toggle([user.id]);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class={`user-grid ${ticks === undefined ? '' : 'with-ticks'}`}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={users.length + 1}
      onKeyDown={onKeyDown}
      ref={scroller}
    >
      <div role="rowgroup" class="user-heads">
        <GridHead users={users} ticks={ticks} sort={sort} descending={descending} onSort={onSort} />
      </div>
      <div role="rowgroup" class="user-rows" style={{ height: `${height}px` }}>
        {rows.map(({ index, start, size }) => {
          const user = users[index];
          return user === undefined ? null : (
            <UserRow
              key={user.id}
              user={user}
              place={index + 1}
              top={start - headHeight}
              height={size}
              current={index === place}
              onOpen={() => onOpen(user)}
              onFocus={() => setCurrent(index)}
              onTick={ticks === undefined ? undefined : () => ticks.toggle([user.id])}
              ticked={ticks?.ids.has(user.id) === true}
            />
          );
        })}
      </div>
    </div>
  );
};
