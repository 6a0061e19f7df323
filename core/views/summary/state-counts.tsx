import type { Answer, StatusState } from '../../contract/client/index.ts';
import { statusText, summaryText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { StateIcon } from '../parts/index.ts';

const order: readonly StatusState[] = ['needs-attention', 'syncing', 'waiting', 'up-to-date', 'off'];

/** Users by state: shape, number and word, worst first; a press shows those users. */
export const StateCounts = ({
  users,
  onChoose,
}: {
  users: Answer<'GET /api/summary'>['users'];
  onChoose: (state: StatusState) => void;
}) => {
  const t = useText(summaryText);
  const s = useText(statusText);
  return (
    <ul class="state-counts" aria-label={t('by-state')}>
      {order.map((state) => {
        const count = users.byState[state] ?? 0;
        return (
          <li key={state}>
            <button type="button" class={`state-count ${count === 0 ? 'none' : ''}`} onClick={() => onChoose(state)}>
              <StateIcon state={state} size={20} />
              <span class="state-number number">{count}</span> <span class="small">{s(state)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
