import type { RefObject } from 'preact';
import type { StatusState } from '../../contract/client/index.ts';
import { statusText, usersText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { StateIcon } from '../parts/index.ts';
import { SearchField } from '../search/index.ts';

const states: readonly StatusState[] = ['needs-attention', 'syncing', 'waiting', 'up-to-date', 'off'];

export interface UserFiltersProps {
  search: RefObject<HTMLInputElement | null>;
  query: string;
  state: StatusState | undefined;
  counts: Record<StatusState, number>;
  total: number;
  onQuery: (query: string) => void;
  onState: (state: StatusState | undefined) => void;
}

/** Search, and one filter for the state with its numbers. */
export const UserFilters = ({ search, query, state, counts, total, onQuery, onState }: UserFiltersProps) => {
  const t = useText(usersText);
  const s = useText(statusText);
  return (
    <div class="user-filters">
      <SearchField
        field={search}
        value={query}
        aria-label={t('search')}
        aria-keyshortcuts="/"
        title={t('search-hint')}
        placeholder={t('search-placeholder')}
        onType={onQuery}
      />
      <fieldset class="chips">
        <legend class="visually-hidden">{t('filter')}</legend>
        <button type="button" class="chip" aria-pressed={state === undefined} onClick={() => onState(undefined)}>
          {t('all')} <span class="number quiet">{total}</span>
        </button>
        {states.map((one) => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-pressed={state === one}
            onClick={() => onState(state === one ? undefined : one)}
          >
            <StateIcon state={one} size={16} />
            {s(one)} <span class="number quiet">{counts[one]}</span>
          </button>
        ))}
      </fieldset>
    </div>
  );
};
