import { cutText } from '../words/cut-text.ts';
import { decodeEntities } from './decode-entities.ts';
import { Page } from './page.ts';
import { readTags, type Token } from './read-tags.ts';

/** Elements that begin and end a line, and those that keep a blank line around them. */
const blocks = new Set(
  'address article aside body center dd div dl dt fieldset figcaption figure footer form header legend li main nav ol section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const apart = new Set('blockquote h1 h2 h3 h4 h5 h6 p pre'.split(' '));
/** Word and Exchange style their paragraphs without a margin: each is a line. */
const tight = /\bclass\s*=\s*["']?[^"'>]{0,99}\b(?:Mso\w+|PlainText|xmso\w+)/i;
const hrefValue = /\bhref\s*=\s*(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s>]{1,4000}))/i;

interface Reader {
  page: Page;
  /** Open lists: the next number, or null for bullets. */
  lists: (number | null)[];
  preformatted: number;
  tightParagraph: boolean;
  link: { href: string; text: string } | null;
}

/**
 * The readable text of an HTML body: lines, lists, table cells by tab, links as `text <https://…>`. Never executes, fetches or fails;
 * time is linear in the input, and reading stops at `max` characters, where the text gets its cut mark.
 */
export function htmlToText(html: string, max: number): string {
  const reader: Reader = { page: new Page(), lists: [], preformatted: 0, tightParagraph: false, link: null };
  for (const token of readTags(html)) {
    readToken(reader, token);
    if (reader.page.length > max + 100) break;
  }
  return cutText(reader.page.toString(), max);
}

function readToken(reader: Reader, token: Token): void {
  if (token.kind === 'text') readText(reader, token.text);
  else if (token.kind === 'open') openElement(reader, token.name, token.attributes);
  else closeElement(reader, token.name);
}

/** More text than this between two tags nobody wrote. */
const longest = 1_000_000;
/** Soft hyphens and byte order marks are no text; the rest of the invisible characters is (joined emoji, right-to-left marks). */
const invisible = /[\u00ad\ufeff\u200b]/g;

function readText({ page, link, preformatted }: Reader, raw: string): void {
  const text = decodeEntities(raw.slice(0, longest)).replace(invisible, '');
  if (link) link.text += text;
  if (preformatted > 0) page.preformatted(text);
  else page.flow(text);
}

function openElement(reader: Reader, name: string, attributes: string): void {
  const { page } = reader;
  if (apart.has(name)) openParagraph(reader, name, attributes);
  else if (blocks.has(name)) openBlock(reader, name);
  else if (name === 'br') page.lineBreak();
  else if (name === 'a') openLink(reader, attributes);
  else if (name === 'hr') {
    page.block();
    page.mark('---');
    page.block();
  } else if ((name === 'td' || name === 'th') && !page.atLineStart) page.mark('\t');
}

function openParagraph(reader: Reader, name: string, attributes: string): void {
  if (name === 'p') reader.tightParagraph = tight.test(attributes);
  if (name === 'pre') reader.preformatted += 1;
  reader.page.block(!(name === 'p' && reader.tightParagraph));
}

function openBlock(reader: Reader, name: string): void {
  reader.page.block();
  if (name === 'ul' || name === 'ol') reader.lists.push(name === 'ol' ? 1 : null);
  if (name === 'li') bullet(reader);
}

function closeElement(reader: Reader, name: string): void {
  const { page, lists } = reader;
  if (name === 'a') closeLink(reader);
  else if (apart.has(name)) {
    if (name === 'pre') reader.preformatted = Math.max(0, reader.preformatted - 1);
    page.block(!(name === 'p' && reader.tightParagraph));
  } else if (blocks.has(name)) {
    page.block();
    if (name === 'ul' || name === 'ol') lists.pop();
  }
}

function bullet({ page, lists }: Reader): void {
  const depth = Math.min(lists.length, 8);
  const number = lists.at(-1) ?? null;
  page.mark(`${'\u00a0\u00a0'.repeat(Math.max(0, depth - 1))}${number === null ? '-' : `${number}.`} `);
  if (number !== null) lists[lists.length - 1] = number + 1;
}

function openLink(reader: Reader, attributes: string): void {
  closeLink(reader);
  const found = hrefValue.exec(attributes);
  const href = decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
  reader.link = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(href) ? { href, text: '' } : null;
}

/** The address is added where the text does not show it already; other schemes than web and mail are left out. */
function closeLink(reader: Reader): void {
  const { link, page } = reader;
  reader.link = null;
  if (!link) return;
  const bare = (text: string) =>
    text
      .replace(/^(?:https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '')
      .trim()
      .toLowerCase();
  if (bare(link.text).includes(bare(link.href))) return;
  page.flow(` <${link.href}>`);
}
