import { sayProblem, statesText } from '../../text/index.ts';
import type { Trouble } from '../connect/index.ts';
import { useLocale, useText } from './use-app.ts';

/** Why something was not done, in the reader's language: for a notice, or as the reason inside another sentence. */
export const useSayTrouble = (): ((failed: Trouble | { trouble: Trouble } | { kept: true }) => string) => {
  const s = useText(statesText);
  const locale = useLocale();
  return (failed) => {
    if ('kept' in failed) return s('reason-offline');
    const { kind, detail, problem } = 'trouble' in failed ? failed.trouble : failed;
    if (kind !== 'failed') return s(`reason-${kind}`);
    return sayProblem({ code: problem?.code ?? '', detail, errors: problem?.problem?.errors }, locale);
  };
};
