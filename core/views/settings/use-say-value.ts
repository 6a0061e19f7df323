import { settingsText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField } from '../conflicts/index.ts';
import { sayValue } from './say-value.ts';

/** A setting's value in the reader's words. */
export const useSayValue = (): ((key: string, value: unknown) => string) => {
  const t = useText(settingsText);
  const locale = useLocale();
  return (key, value) => sayValue(t, key, value, (field) => nameField(field, locale));
};
