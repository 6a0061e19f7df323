import { readDatetime } from '../datetime.ts';
import { countedPeriods, isPeriod } from './period.ts';
import type { Literal } from './query.ts';
import { soqlError } from './soql-error.ts';
import type { TokenReader } from './token-reader.ts';

export function parseLiteral(reader: TokenReader): Literal {
  const token = reader.token;
  const { at } = token;
  if (token.kind === 'symbol' || token.kind === 'end') throw reader.unexpected();
  reader.next();
  if (token.kind === 'string') return { kind: 'string', value: token.text, at };
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text), at };
  if (token.kind === 'date') return { kind: 'date', value: token.text, at };
  if (token.kind === 'datetime') {
    const value = readDatetime(token.text);
    if (value === undefined) throw soqlError('MALFORMED_QUERY', `Invalid datetime: ${token.text}`, reader.text, at);
    return { kind: 'datetime', value, at };
  }
  return parseWord(reader, token.text, at);
}

function parseWord(reader: TokenReader, text: string, at: number): Literal {
  const word = text.toUpperCase();
  if (word === 'NULL') return { kind: 'null', at };
  if (word === 'TRUE' || word === 'FALSE') return { kind: 'boolean', value: word === 'TRUE', at };
  if (!isPeriod(word)) throw reader.unexpected({ kind: 'word', text, at });
  if (!countedPeriods.has(word)) return { kind: 'period', name: word, count: undefined, at };
  reader.expectSymbol(':');
  if (reader.token.kind !== 'number' || !/^\d+$/.test(reader.token.text)) throw reader.unexpected();
  return { kind: 'period', name: word, count: Number(reader.next().text), at };
}
