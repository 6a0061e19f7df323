/**
 * A message with its values put in. A small part of ICU MessageFormat, so that translators and their tools know it:
 *   {name}                                        the value; numbers as the language writes them
 *   {count, plural, one {# user} other {# users}} by Intl.PluralRules; `=0 {...}` takes exactly that number; # is the number
 * https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export type Values = Readonly<Record<string, string | number>>;

type Part = string | { name: string } | { name: string; forms: Readonly<Record<string, readonly Part[]>> };

/** Index of the brace that closes the one at `open`. */
const closing = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new SyntaxError(`A brace stays open in the message "${text}"`);
};

const parseForms = (text: string): Record<string, readonly Part[]> => {
  const forms: Record<string, readonly Part[]> = {};
  for (let rest = text.trim(); rest !== ''; ) {
    const open = rest.indexOf('{');
    const end = closing(rest, open);
    forms[rest.slice(0, open).trim()] = parse(rest.slice(open + 1, end));
    rest = rest.slice(end + 1).trim();
  }
  return forms;
};

const parse = (text: string): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
    if (open > from) parts.push(text.slice(from, open));
    const end = closing(text, open);
    const [name = '', kind, ...rest] = text.slice(open + 1, end).split(',');
    parts.push(kind?.trim() === 'plural' ? { name: name.trim(), forms: parseForms(rest.join(',')) } : { name: name.trim() });
    from = end + 1;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
};

const show = (value: string | number | undefined, locale: string): string =>
  typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : (value ?? '');

const write = (parts: readonly Part[], values: Values, locale: string, count: string): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll('#', count || '#');
      const value = values[part.name];
      if (!('forms' in part)) return show(value, locale);
      const number = Number(value);
      const form = part.forms[`=${number}`] ?? part.forms[new Intl.PluralRules(locale).select(number)] ?? part.forms.other ?? [];
      return write(form, values, locale, show(number, locale));
    })
    .join('');

export const formatMessage = (message: string, values: Values, locale: string): string =>
  message.includes('{') ? write(parse(message), values, locale, '') : message;

/** Names of the values that a message asks for, for the test that holds the languages together. */
export const placeholders = (message: string): string[] => {
  const names = new Set<string>();
  const walk = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      names.add(part.name);
      if ('forms' in part) for (const form of Object.values(part.forms)) walk(form);
    }
  };
  walk(parse(message));
  return [...names].sort();
};
