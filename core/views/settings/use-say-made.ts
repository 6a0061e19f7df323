import { settingChangesText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { useSayValue } from './use-say-value.ts';

/** What a level made of a setting, in words: its value, and that nobody below may adjust it; or that it set nothing. */
export const useSayMade = (): ((key: string, made: { value: unknown; mayAdjust: boolean } | null) => string) => {
  const t = useText(settingChangesText);
  const say = useSayValue();
  return (key, made) => {
    if (made === null) return t('not-set');
    const value = say(key, made.value);
    return made.mayAdjust ? value : t('may-not-adjust', { value });
  };
};
