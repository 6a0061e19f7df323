import type { StatusState } from '../../contract/client/index.ts';
import { statusText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { StateIcon } from './state-icon.tsx';

/** Shape, word and colour of a state, in one line. */
export const StateWord = ({ state, size = 16 }: { state: StatusState; size?: number }) => {
  const t = useText(statusText);
  return (
    <span class="state">
      <StateIcon state={state} size={size} />
      <span>{t(state)}</span>
    </span>
  );
};
