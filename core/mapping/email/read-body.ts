import { htmlToText } from '../html-to-text/index.ts';
import { cleanText } from '../words/clean-text.ts';
import { cutText } from '../words/cut-text.ts';
import { mailLimits } from './fields.ts';
import { safeHtml } from './safe-html.ts';

/** What is sent of a mail's body, and whether some of it is left in Outlook. */
export interface ReadBody {
  html: string | null;
  text: string | null;
  cut: boolean;
}

/** A body as Graph sends it, made fit and safe for Salesforce. Never kept: made when it is sent. */
export function readBody(
  body: { contentType?: string | null | undefined; content?: string | null | undefined } | null | undefined,
): ReadBody {
  const content = body?.content ?? '';
  const max = mailLimits.body;
  if (body?.contentType?.toLowerCase() !== 'html') {
    const text = cleanText(content.slice(0, 2 * max));
    return { html: null, text: text && cutText(text, max), cut: content.length > 2 * max || (text?.length ?? 0) > max };
  }
  const safe = safeHtml(content, max);
  const text = cleanText(htmlToText(safe.html, max));
  return { html: safe.html || null, text: text && cutText(text, max), cut: safe.cut };
}
