/**
 * Texts as both sides can hold them, so that equal looks equal: Exchange writes CRLF, Salesforce trims, both drop what is no text
 * (control characters, halves of surrogate pairs). Null when nothing is left. Every step is linear in the length.
 */
export function cleanText(text: string | null | undefined): string | null {
  if (!text) return null;
  if (isPlain(text)) return text.trim() || null;
  const lines = breaksAsNewlines(text).replaceAll('\u00a0', ' ').split('\n');
  return (
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim() || null
  );
}

/** A value of one line: breaks and tabs become single spaces. */
export function cleanLine(text: string | null | undefined): string | null {
  if (!text) return null;
  if (isPlain(text)) return text.trim() || null;
  const parts = breaksAsNewlines(text).split(/[\n\t]/);
  return (
    parts
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' ') || null
  );
}

/** Nearly all: one line of ordinary letters, in which there is nothing to clean but its ends. */
const isPlain = (text: string): boolean => !unusual.test(text);
const unusual = /[\p{Cc}\u00a0\u2028\u2029\p{Cs}]/u;
const lineBreak = /\r\n|[\r\u2028\u2029\u0085]/g;
const control = /(?![\t\n])\p{Cc}/gu;

function breaksAsNewlines(text: string): string {
  return text.toWellFormed().replace(lineBreak, '\n').replace(control, '');
}
