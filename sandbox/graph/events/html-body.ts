import type { KeptBody } from './event-body.ts';

const head = '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';

/** A body as it is answered: HTML wrapped into a page by Exchange, or plain text when Prefer asks for it. */
export function renderBody(body: KeptBody, asText: boolean): { contentType: 'html' | 'text'; content: string } {
  if (asText) return { contentType: 'text', content: bodyText(body) };
  if (body.content === '') return { contentType: 'html', content: '' };
  if (body.contentType === 'html') return { contentType: 'html', content: wrapHtml(body.content) };
  const text = escapeHtml(body.content).replaceAll('\r\n', '<br>\r\n');
  const page = `${head}\r\n<meta name="Generator" content="Microsoft Exchange Server">\r\n<!-- converted from text -->\r\n<style><!-- .EmailQuote { margin-left: 1pt; padding-left: 4pt; border-left: #800000 2px solid; } --></style></head>`;
  return {
    contentType: 'html',
    content: `${page}\r\n<body>\r\n<font size="2"><span style="font-size:11pt;"><div class="PlainText">${text}</div></span></font>\r\n</body>\r\n</html>\r\n`,
  };
}

/** A fragment gets a page around it; scripts are taken out, as the service's sanitiser does. */
function wrapHtml(content: string): string {
  const safe = content.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '');
  if (!/<html[\s>]/i.test(safe)) return `${head}</head><body>${safe}</body></html>`;
  return /http-equiv="Content-Type"/i.test(safe)
    ? safe
    : safe.replace(/<html[^>]*>\s*(?:<head>)?/i, (found) => (/<head>/i.test(found) ? head : `${head}</head>`));
}

function bodyText(body: KeptBody): string {
  if (body.contentType === 'text') return body.content;
  return unescapeHtml(
    body.content
      .replace(/<(head|style|script)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
      .replace(/\r?\n/g, ' ')
      .replace(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\r\n')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\r\n ?/g, '\r\n')
    .trim();
}

export function bodyPreview(body: KeptBody): string {
  return bodyText(body).slice(0, 255);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };
function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}
