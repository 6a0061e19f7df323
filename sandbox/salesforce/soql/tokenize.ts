import { soqlError } from './soql-error.ts';

export interface Token {
  kind: 'word' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end';
  /** as written; for a string its value without quotes and escapes */
  text: string;
  at: number;
}

const patterns: readonly [Exclude<Token['kind'], 'string' | 'end'>, RegExp][] = [
  ['datetime', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/iy],
  ['date', /\d{4}-\d\d-\d\d(?![\dT:-])/y],
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w])/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['symbol', /<=|>=|!=|<>|[=<>(),.:]/y],
];

const escapes: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '%': '\\%',
  _: '\\_',
};

/** Splits a query into tokens. In strings `\%` and `\_` stay escaped: only LIKE gives them a meaning. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  for (;;) {
    while (/\s/.test(text.charAt(place))) place += 1;
    if (place >= text.length) break;
    const token = text.charAt(place) === "'" ? readString(text, place) : readPlain(text, place);
    tokens.push(token.token);
    place = token.next;
  }
  tokens.push({ kind: 'end', text: '<EOF>', at: text.length });
  return tokens;
}

function readPlain(text: string, at: number): { token: Token; next: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { token: { kind, text: found, at }, next: at + found.length };
  }
  throw soqlError('MALFORMED_QUERY', `unexpected char: '${text.charAt(at)}'`, text, at);
}

function readString(text: string, at: number): { token: Token; next: number } {
  let value = '';
  for (let place = at + 1; place < text.length; place += 1) {
    const letter = text.charAt(place);
    if (letter === "'") return { token: { kind: 'string', text: value, at }, next: place + 1 };
    if (letter !== '\\') {
      value += letter;
      continue;
    }
    place += 1;
    const escaped = escapes[text.charAt(place)] ?? escapes[text.charAt(place).toLowerCase()];
    if (escaped === undefined) {
      throw soqlError(
        'MALFORMED_QUERY',
        `Invalid string literal '${text.slice(at + 1)}'. Illegal character sequence '\\${text.charAt(place)}' in string literal.`,
        text,
        at,
      );
    }
    value += escaped;
  }
  throw soqlError('MALFORMED_QUERY', "unexpected token: '<EOF>' (a string is not closed by a quote)", text, at);
}
