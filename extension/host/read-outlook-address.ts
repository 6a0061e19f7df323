import type { OpenItem } from '../../core/host/index.ts';

const hosts = new Set(['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft', 'outlook.live.com']);

const kinds: Readonly<Record<string, OpenItem['kind']>> = { mail: 'message', calendar: 'event', people: 'contact' };

const isAddress = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text);

const named = (url: URL): string[] =>
  ['email', 'to', 'from'].flatMap((name) => (url.searchParams.get(name) ?? '').split(/[;,]/).map((part) => part.trim())).filter(isAddress);

/**
 * The item that Outlook on the web shows, from the address of its tab alone:
 *   /mail/inbox/id/{id}, /mail/0/deeplink/read/{id}, /calendar/item/{id}, /people/id/{id}; an address may stand in ?to= or ?email=.
 * Null where the tab is not Outlook, or shows no single item.
 */
export const readOutlookAddress = (address: string | undefined): OpenItem | null => {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!hosts.has(url.hostname)) return null;
  const parts = url.pathname.split('/').filter(Boolean);
  const kind = kinds[parts[0] ?? ''];
  if (kind === undefined) return null;
  const after = parts.findIndex((part) => part === 'id' || part === 'item' || part === 'read');
  const raw = after < 0 ? undefined : parts[after + 1];
  const people = named(url).map((email) => ({ email, name: null }));
  if (raw === undefined && people.length === 0) return null;
  return { kind, id: raw === undefined ? null : decodeURIComponent(raw), subject: null, people };
};
