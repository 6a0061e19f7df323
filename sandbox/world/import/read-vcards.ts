/** One property of a vCard: `TEL;WORK;VOICE:...` or `item1.TEL;TYPE=work:...`, its text decoded, its components still escaped. */
export interface CardProperty {
  name: string;
  /** upper case: TYPE values of any spelling, and bare ones of version 2.1 */
  types: string[];
  value: string;
}
export interface Card {
  /** line of BEGIN:VCARD, from 1 */
  line: number;
  properties: CardProperty[];
  /** what is wrong with it as a whole */
  problem?: string;
}

/** Reads the cards of a file, versions 2.1 to 4.0. ical.js knows no quoted-printable and no bare types, which is what Outlook writes. */
export function readVcards(text: string): Card[] {
  const cards: Card[] = [];
  let card: Card | undefined;
  let depth = 0;
  for (const { line, content } of unfold(text)) {
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      depth += 1;
      if (depth === 1) {
        card = { line, properties: [] };
        cards.push(card);
      }
    } else if (/^END:VCARD\s*$/i.test(content)) {
      depth = Math.max(0, depth - 1);
      if (depth === 0) card = undefined;
    } else if (card && depth === 1) {
      const property = readProperty(content);
      if (property) card.properties.push(property);
    }
  }
  if (card) card.problem = 'the card has no END:VCARD';
  return cards;
}

/** Joins folded lines (a space in front) and quoted-printable ones (an = at the end). */
function unfold(text: string): { line: number; content: string }[] {
  const lines: { line: number; content: string }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (last && /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(last.content) && last.content.endsWith('='))
      last.content = last.content.slice(0, -1) + raw;
    else if (last && /^[ \t]/.test(raw)) last.content += raw.slice(1);
    else if (raw !== '') lines.push({ line: index + 1, content: raw });
  }
  return lines;
}

function readProperty(content: string): CardProperty | undefined {
  const match = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(content);
  if (!match) return undefined;
  const parameters = (match[2] ?? '').split(';').filter(Boolean);
  const types = parameters.flatMap((parameter) => {
    const [key = '', value] = parameter.split('=', 2);
    if (value === undefined) return [key.toUpperCase()];
    return key.toUpperCase() === 'TYPE' ? value.replaceAll('"', '').toUpperCase().split(',') : [];
  });
  const charset = /CHARSET=([\w-]+)/i.exec(match[2] ?? '')?.[1] ?? 'utf-8';
  const quoted = parameters.some((parameter) => /^(ENCODING=)?QUOTED-PRINTABLE$/i.test(parameter));
  return { name: (match[1] ?? '').toUpperCase(), types, value: quoted ? decodeQuoted(match[3] ?? '', charset) : (match[3] ?? '') };
}

function decodeQuoted(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The components of a structured value: split at `;`, each unescaped. */
export function components(value: string): string[] {
  return value.split(/(?<!\\);/).map(unescapeText);
}
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,:nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character)).trim();
}
