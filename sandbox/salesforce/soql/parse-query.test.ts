import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SalesforceError } from '../salesforce-error.ts';
import { parseQuery } from './parse-query.ts';

function refusal(text: string): { code: string; message: string } {
  try {
    parseQuery(text);
  } catch (error) {
    if (error instanceof SalesforceError) return { code: error.errorCode, message: error.message };
    throw error;
  }
  return { code: 'none', message: '' };
}

describe('parseQuery', () => {
  it('reads every clause in its place', () => {
    const query = parseQuery(
      "select Id, Account.Name from Contact c where (Email = 'a' or Email = null) and not LastName like 'x%' order by LastName desc nulls last, Id limit 5 offset 10",
    );
    expect(query.select).toEqual([
      { kind: 'field', path: { names: ['Id'], at: 7 } },
      { kind: 'field', path: { names: ['Account', 'Name'], at: 11 } },
    ]);
    expect(query.from).toMatchObject({ name: 'Contact', alias: 'c' });
    expect(query.where).toMatchObject({ kind: 'and', parts: [{ kind: 'or' }, { kind: 'not', part: { operator: 'LIKE' } }] });
    expect(query.orderBy).toMatchObject([
      { descending: true, nullsLast: true },
      { descending: false, nullsLast: false },
    ]);
    expect([query.limit, query.offset]).toEqual([5, 10]);
  });

  it('tells dates, datetimes, numbers, booleans and periods apart', () => {
    const query = parseQuery(
      'SELECT Id FROM Event WHERE A = 2026-11-22 AND B = 2026-11-22T09:00:00+01:00 AND C = -1.5 AND D = true AND E = LAST_N_DAYS:3 AND F = TODAY AND G = null',
    );
    expect(query.where?.kind === 'and' && query.where.parts.map((part) => part.kind === 'compare' && part.value)).toMatchObject([
      { kind: 'date', value: '2026-11-22' },
      { kind: 'datetime', value: '2026-11-22T08:00:00.000+0000' },
      { kind: 'number', value: -1.5 },
      { kind: 'boolean', value: true },
      { kind: 'period', name: 'LAST_N_DAYS', count: 3 },
      { kind: 'period', name: 'TODAY' },
      { kind: 'null' },
    ]);
  });

  it.each([
    ['', "unexpected token: '<EOF>'", 1],
    ['SELECT', "unexpected token: '<EOF>'", 7],
    ['SELECT FROM Contact', "unexpected token: 'FROM'", 8],
    ['SELECT Id FRM Contact', "unexpected token: 'FRM'", 11],
    ['SELECT Id FROM Contact WHERE', "unexpected token: '<EOF>'", 29],
    ['SELECT Id FROM Contact WHERE Email', "unexpected token: '<EOF>'", 35],
    ["SELECT Id FROM Contact WHERE Email = 'a' OR Email = 'b' AND Phone = 'c'", "unexpected token: 'AND'", 57],
    ['SELECT Id FROM Contact WHERE Email = abc', "unexpected token: 'abc'", 38],
    ['SELECT Id FROM Contact WHERE Id IN ()', "unexpected token: ')'", 37],
    ['SELECT Id FROM Contact LIMIT x', "unexpected token: 'x'", 30],
    ['SELECT Id FROM Contact LIMIT 1.5', "unexpected token: '1.5'", 30],
    ['SELECT Id FROM Contact FOR VIEW', "unexpected token: 'FOR'", 24],
    ['SELECT Id FROM Contact GROUP BY Id', "unexpected token: 'GROUP'", 24],
    ['SELECT Id FROM Contact ALL ROWS', "unexpected token: 'ALL'", 24],
    ['SELECT Id, (SELECT Id FROM Events FROM Contact', "unexpected token: 'FROM'", 35],
    ['SELECT Id FROM Contact WHERE CALENDAR_YEAR(CreatedDate) = 2026', "unexpected token: '('", 43],
    ['SELECT Id FROM Contact WHERE CreatedDate > LAST_N_DAYS', "unexpected token: '<EOF>'", 55],
    ['SELECT Id FROM Contact; DROP', "unexpected char: ';'", 23],
  ])('refuses %j at its place', (text, message, column) => {
    const { code, message: told } = refusal(text);
    expect(code).toBe('MALFORMED_QUERY');
    expect(told).toContain(`ERROR at Row:1:Column:${column}\n${message}`);
  });

  it('counts rows and points with a caret', () => {
    expect(refusal('SELECT Id\nFROM Contact\nWHERE ?').message).toBe("\nWHERE ?\n      ^\nERROR at Row:3:Column:7\nunexpected char: '?'");
  });

  it('reads back any text that was written as a literal', () => {
    const literal = (text: string) =>
      `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { where } = parseQuery(`SELECT Id FROM Contact WHERE LastName = ${literal(text)}`);
        expect(where).toMatchObject({ kind: 'compare', value: { kind: 'string', value: text } });
      }),
    );
  });

  it('answers or refuses any text at all, and never fails otherwise', () => {
    const words = fc.constantFrom(
      'SELECT',
      'Id',
      ',',
      'FROM',
      'Contact',
      'WHERE',
      'AND',
      'OR',
      'NOT',
      '(',
      ')',
      '=',
      "'a'",
      'IN',
      'LIKE',
      'LIMIT',
      '5',
      'null',
      '.',
      'TODAY',
      'ORDER',
      'BY',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        expect(['none', 'MALFORMED_QUERY', 'NUMBER_OUTSIDE_VALID_RANGE']).toContain(refusal(parts.join(' ')).code);
      }),
    );
  });
});
