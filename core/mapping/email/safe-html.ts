import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { htmlToText } from '../html-to-text/index.ts';
import { nestsTooDeep } from './nests-too-deep.ts';

/**
 * A mail's HTML as it may stand in Salesforce: no script, no form, no frame, and nothing that is fetched when it is read (pictures,
 * backgrounds, style sheets): a picture is how a sender learns who read a mail, when and where. A picture is named by its text instead.
 * https://github.com/apostrophecms/sanitize-html
 */
const plain = /^[\w\s#%.,()-]{1,60}$/;
const noAddress = [/^(?!.*(?:url|expression|image))[\w\s#%.,()-]{1,60}$/i];

const options: IOptions = {
  allowedTags: [
    ...['p', 'div', 'span', 'br', 'hr', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center'],
    ...['b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'ins', 'sub', 'sup', 'small', 'big', 'font', 'code', 'tt', 'kbd', 'q', 'cite'],
    ...['a', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel', 'target'],
    font: ['color', 'face', 'size'],
    ol: ['start', 'type'],
    '*': ['align', 'valign', 'dir', 'lang', 'colspan', 'rowspan', 'width', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'style'],
  },
  allowedStyles: {
    '*': {
      color: [plain],
      'background-color': noAddress,
      'font-weight': [plain],
      'font-style': [plain],
      'font-size': [plain],
      'text-align': [plain],
      'text-decoration': [plain],
      direction: [plain],
    },
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'iframe', 'object', 'svg', 'math', 'xml', 'head'],
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }),
    img: (_tag, { alt }) => ({ tagName: 'span', attribs: {}, text: alt?.trim() ? `[${alt.trim().slice(0, 120)}]` : '' }),
  },
  /** Nobody nests that deep; it bounds what the closing tags of a cut text can come to. */
  nestingLimit: 100,
  parseStyleAttributes: true,
};

/** So much of a mail is looked at: Salesforce holds a quarter of it. */
const mostRead = 500_000;
const control = /(?![\t\n\r])\p{Cc}/gu;
export const htmlCutMark = '<p>[… cut here: the whole message is in Outlook]</p>';

/** Safe HTML of at most `max` UTF-16 units, cut with a mark where there was more; every element closed. */
export function safeHtml(html: string, max: number): { html: string; cut: boolean } {
  const given = html.slice(0, mostRead).toWellFormed().replace(control, '');
  const whole = nestsTooDeep(given) ? plainHtml(given, max) : clean(given);
  if (whole.length <= max && html.length <= mostRead) return { html: whole, cut: false };
  let room = Math.min(whole.length, max - htmlCutMark.length);
  for (;;) {
    const part = clean(whole.slice(0, wholeCharacter(whole, room)));
    if (part.length + htmlCutMark.length <= max) return { html: part + htmlCutMark, cut: true };
    room -= Math.max(1, part.length + htmlCutMark.length - max);
  }
}

/** Only the words, line by line. */
function plainHtml(html: string, max: number): string {
  const text = htmlToText(html, max).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return text.replaceAll('\n', '<br />');
}

/** A style that cannot be read is dropped, and with it all others, rather than the mail. */
function clean(html: string): string {
  try {
    return sanitizeHtml(html, options).trim();
  } catch {
    return sanitizeHtml(html, { ...options, allowedStyles: {}, parseStyleAttributes: false, allowedAttributes: { a: ['href'] } }).trim();
  }
}

/** Neither inside an entity or a tag (what is left of one is dropped) nor inside a surrogate pair. */
function wholeCharacter(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const head = text.slice(0, end);
  const open = Math.max(head.lastIndexOf('<'), 0);
  const inTag = head.lastIndexOf('>') < open ? open : end;
  const entity = text.slice(0, inTag).lastIndexOf('&');
  const inEntity = entity >= 0 && inTag - entity < 12 && !text.slice(entity, inTag).includes(';') ? entity : inTag;
  const unit = text.charCodeAt(inEntity);
  return unit >= 0xdc00 && unit <= 0xdfff ? inEntity - 1 : inEntity;
}
