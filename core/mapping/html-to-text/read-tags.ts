/** One piece of an HTML text: what stands between tags, or a tag with its attributes still unread. */
export type Token = { kind: 'text'; text: string } | { kind: 'open' | 'close'; name: string; attributes: string };

/** Elements whose content is no text to read. */
const opaque = new Set([
  'script',
  'style',
  'title',
  'noscript',
  'template',
  'svg',
  'math',
  'object',
  'textarea',
  'select',
  'audio',
  'video',
]);
const tagName = /[a-z][a-z0-9:-]*/iy;

/**
 * HTML cut at its tags. Never fails and looks at each character a bounded number of times: what is never closed runs to the end, as in
 * a browser. Comments (Word's conditional ones too), doctypes and processing instructions are dropped.
 */
export function* readTags(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return yield { kind: 'text', text: html.slice(at) };
    if (open > at) yield { kind: 'text', text: html.slice(at, open) };
    const tag = readTag(html, open);
    if (tag.token) yield tag.token;
    at = tag.token?.kind === 'open' && opaque.has(tag.token.name) ? endOf(html, tag.token.name, tag.end) : tag.end;
  }
}

function readTag(html: string, open: number): { token: Token | null; end: number } {
  if (html.startsWith('<!--', open)) return { token: null, end: after(html, '-->', open + 4) };
  const next = html[open + 1];
  if (next === '!' || next === '?') return { token: null, end: after(html, '>', open + 2) };
  const closing = next === '/';
  tagName.lastIndex = open + (closing ? 2 : 1);
  const name = tagName.exec(html)?.[0];
  if (!name) return { token: { kind: 'text', text: '<' }, end: open + 1 };
  const start = tagName.lastIndex;
  const end = endOfTag(html, start);
  return { token: { kind: closing ? 'close' : 'open', name: name.toLowerCase(), attributes: html.slice(start, end - 1) }, end };
}

/** Behind the '>' that ends the tag; one inside a quoted value does not. */
function endOfTag(html: string, start: number): number {
  for (let at = start; at < html.length; at++) {
    const character = html[at];
    if (character === '>') return at + 1;
    if ((character === '"' || character === "'") && html[at - 1]?.trim() === '=') {
      const close = html.indexOf(character, at + 1);
      if (close < 0) return html.length;
      at = close;
    }
  }
  return html.length;
}

function endOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s>/]`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
}
