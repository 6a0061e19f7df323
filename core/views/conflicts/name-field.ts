import { extraFieldsText, fieldsText, type Locale } from '../../text/index.ts';

/** What people call a field; one that an organization made itself goes by its own name. */
export const nameField = (field: string, locale: Locale): string =>
  (fieldsText[locale] as Readonly<Record<string, string>>)[field] ??
  (extraFieldsText[locale] as Readonly<Record<string, string>>)[field] ??
  field;
