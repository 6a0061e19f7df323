// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid is made of ARIA roles; a <table> cannot hold rows placed by transform
// biome-ignore-all lint/a11y/useFocusableInteractive: one tab stop for the whole grid, by the ARIA authoring practices
import type { User } from '../../contract/client/index.ts';
import { bulkText, neverYet, reasonTitles, sayReason, statusText, syncText, usersText, whoActs } from '../../text/index.ts';
import { useApp, useLocale, useText } from '../app/index.ts';
import { Age, StateIcon } from '../parts/index.ts';

export interface UserRowProps {
  user: User;
  /** Place in the whole list, from 1; row 1 is the head. */
  place: number;
  top: number;
  height: number;
  current: boolean;
  onOpen: () => void;
  onFocus: () => void;
  /** Undefined where there is nothing to tick for. */
  onTick: (() => void) | undefined;
  ticked: boolean;
}

/** One user of the list. Black is enabled, red is switched off (E16); shape and word say the same. */
export const UserRow = ({ user, place, top, height, current, onOpen, onFocus, onTick, ticked }: UserRowProps) => {
  const t = useText(usersText);
  const s = useText(statusText);
  const y = useText(syncText);
  const b = useText(bulkText);
  const app = useApp();
  const locale = useLocale();
  const progress = app.feed.progress.value.get(user.id);
  const state = progress === undefined ? user.status.state : 'syncing';
  const calm = state === 'up-to-date' || state === 'syncing';
  const reason = calm ? (user.openIssues > 0 ? 'issues-open' : undefined) : user.status.reason;
  const who = reason === undefined ? undefined : whoActs(reason);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for the row that has the focus
    <div
      role="row"
      class="user-row"
      aria-rowindex={place + 1}
      tabIndex={current ? 0 : -1}
      data-place={place}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
      onClick={(event) => {
        // A click beside the box is meant for the box.
        if ((event.target as Element).closest('.cell-tick') === null) onOpen();
      }}
      onFocus={onFocus}
    >
      {onTick === undefined ? null : (
        <div role="gridcell" class="cell-tick">
          <input type="checkbox" tabIndex={-1} aria-label={b('select', { name: user.name })} checked={ticked} onChange={onTick} />
        </div>
      )}
      <div role="gridcell" class="cell-name">
        <p class={`clip ${user.status.state === 'off' ? 'switched-off' : ''}`}>{user.name}</p>
        <p class="small quiet clip">{user.email}</p>
      </div>
      <div role="gridcell" class="cell-state state">
        <StateIcon state={state} size={16} />
        <span class="clip">
          {progress !== undefined && progress.total > 0 ? y('syncing-of', { done: progress.done, total: progress.total }) : s(state)}
        </span>
      </div>
      <div role="gridcell" class="cell-reason">
        <p class="clip">{reason === undefined ? '' : sayReason(reasonTitles, reason, locale)}</p>
        <p class="small quiet clip">{who === undefined ? '' : s(`acts-${who}`)}</p>
      </div>
      <div role="gridcell" class="cell-organization clip">
        {user.organization.name}
      </div>
      <div role="gridcell" class="cell-plan clip">
        {user.plan.name}
      </div>
      <div role="gridcell" class="cell-last">
        {user.lastSuccessAt === null ? <span class="quiet">{neverYet(locale)}</span> : <Age at={user.lastSuccessAt} />}
      </div>
      <div role="gridcell" class="cell-issues number" aria-label={`${t('issues')}: ${user.openIssues}`}>
        {user.openIssues === 0 ? <span class="quiet">0</span> : <strong>{user.openIssues}</strong>}
      </div>
    </div>
  );
};
