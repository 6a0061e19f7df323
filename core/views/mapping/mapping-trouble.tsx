import { mappingText } from '../../text/index.ts';
import { useSayTrouble, useText } from '../app/index.ts';
import type { Trouble } from '../connect/index.ts';

/** Why nothing was saved or rehearsed. What is wrong with one rule stands at that rule; here is only how many there are. */
export const MappingTrouble = ({ trouble, wrong, saving }: { trouble: Trouble; wrong: number; saving: boolean }) => {
  const t = useText(mappingText);
  const say = useSayTrouble();
  const reason = say(trouble);
  return (
    <p class="strip bad" role="alert">
      {wrong > 0 ? t('wrong-rules', { count: wrong }) : t(saving ? 'not-saved' : 'not-rehearsed', { reason })}
    </p>
  );
};
