import type { Fields, Intent } from '../../model/index.ts';

/** The account that Salesforce stored with a record which was made with one, for its journal; nothing where it was made without. */
export function storedAccount({ operation, fields }: Pick<Intent, 'operation' | 'fields'>, raw: unknown): { beside?: Fields } {
  if (operation !== 'create' || fields?.accountId === undefined) return {};
  const accountId = (raw as { AccountId?: unknown } | null)?.AccountId;
  return typeof accountId === 'string' ? { beside: { accountId } } : {};
}
