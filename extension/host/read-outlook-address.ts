import type { OpenItem } from '../../core/host/index.ts';

/** Outlook on the web for work accounts. Of outlook.live.com, for personal ones, the extension may not even see the address. */
const hosts = new Set(['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft']);

const kinds: Readonly<Record<string, OpenItem['kind']>> = { mail: 'message', calendar: 'event', people: 'contact' };

const isAddress = (text: string | undefined): text is string => text !== undefined && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text);

const named = (url: URL): string[] =>
  ['email', 'to', 'from'].flatMap((name) => (url.searchParams.get(name) ?? '').split(/[;,]/).map((part) => part.trim())).filter(isAddress);

/** A broken escape is part of no id. */
const decode = (part: string | undefined): string | undefined => {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/**
 * A link as Microsoft Graph and Outlook write it (webLink): /owa/?ItemID=...&viewmodel=ReadMessageItem, or &path=/calendar/item.
 * https://learn.microsoft.com/graph/api/resources/message
 */
const readLink = (url: URL): OpenItem | null => {
  const id = url.searchParams.get('ItemID') ?? url.searchParams.get('itemid');
  if (!id) return null;
  const isEvent = `${url.searchParams.get('path') ?? ''}${url.searchParams.get('viewmodel') ?? ''}`
    .toLowerCase()
    .match(/calendar|appointment/);
  return { kind: isEvent ? 'event' : 'message', id, subject: null, people: [] };
};

/**
 * The item that Outlook on the web shows, from the address of its tab alone:
 *   /mail/inbox/id/{id}, /mail/0/deeplink/read/{id}, /calendar/item/{id}, /people/id/{id}; an address may stand in ?to= or ?email=;
 *   /mail/{address of another mailbox}/... ; and links of the form /owa/?ItemID={id}.
 * Null where the tab is not Outlook, or shows no single item.
 */
export const readOutlookAddress = (address: string | undefined): OpenItem | null => {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!hosts.has(url.hostname)) return null;
  const parts = url.pathname.split('/').filter(Boolean);
  if (parts[0] === 'owa') return readLink(url);
  const kind = kinds[parts[0] ?? ''];
  if (kind === undefined) return null;
  const after = parts.findIndex((part, index) => index > 0 && (part === 'id' || part === 'item' || part === 'read'));
  const id = after < 0 ? undefined : decode(parts[after + 1]);
  const people = named(url).map((email) => ({ email, name: null }));
  if (id === undefined && people.length === 0) return null;
  const mailbox = decode(parts[1]);
  const composing = parts.includes('compose');
  return {
    ...{ kind, id: id ?? null, subject: null, people },
    ...(isAddress(mailbox) ? { mailbox } : {}),
    ...(composing ? { composing } : {}),
  };
};
