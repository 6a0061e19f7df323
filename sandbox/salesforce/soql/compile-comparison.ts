import { Temporal } from 'temporal-polyfill';
import { toDatetime } from '../datetime.ts';
import { toLongId } from '../salesforce-id.ts';
import type { Field } from '../schema/index.ts';
import { resolvePeriod } from './period.ts';
import type { Literal, Operator } from './query.ts';
import type { Scope } from './scope.ts';
import { soqlError } from './soql-error.ts';

type Test = (value: unknown) => boolean;
export interface Comparison {
  operator: Operator;
  value: Literal;
  at: number;
}

const ordered: Record<Exclude<Operator, 'LIKE'>, (sign: number) => boolean> = {
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

/** One comparison with the field's type in mind: text without case, ids at 15 or 18 characters, dates as text in order. */
export function compileComparison(comparison: Comparison, field: Field, scope: Scope): Test {
  const { operator, value } = comparison;
  if (value.kind === 'period') return comparePeriod(comparison, value, field, scope);
  if (operator === 'LIKE') return compareLike(value, field, scope, comparison.at);
  const decide = ordered[operator];
  if (value.kind === 'null') {
    if (operator === '=' || operator === '!=') return (found) => (found === null) === (operator === '=');
    return () => false;
  }
  if (kindOf(field) === 'string') return compareText(comparison, field, scope);
  const wanted = checked(value, field, scope);
  return (found) => (found === null ? operator === '!=' : decide(found === wanted ? 0 : (found as number) < (wanted as number) ? -1 : 1));
}

function compareText({ operator, value, at }: Comparison, field: Field, scope: Scope): Test {
  const decide = ordered[operator as Exclude<Operator, 'LIKE'>];
  const wanted = textOf(value, field, scope) ?? '';
  const isId = field.type === 'id' || field.type === 'reference';
  if (isId && operator !== '=' && operator !== '!=' && field.type === 'reference') {
    throw soqlError('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field', scope.query.text, at);
  }
  // An empty string in a filter means null: Salesforce stores no empty strings.
  if (wanted === '') return (found) => (found === null) === (operator === '=');
  return (found) => {
    if (typeof found !== 'string') return operator === '!=';
    const text = isId ? found : found.toLowerCase();
    return decide(text === wanted ? 0 : text < wanted ? -1 : 1);
  };
}

/** The literal of a text field as it is compared: an id at its 18 characters, other text in lower case, null as null. */
export function textOf(value: Literal, field: Field, scope: Scope): string | null {
  if (value.kind === 'null') return null;
  const text = String(checked(value, field, scope)).replace(/\\([%_])/g, '$1');
  if (field.type !== 'id' && field.type !== 'reference') return text.toLowerCase();
  const id = toLongId(text);
  if (id === undefined && text !== '')
    throw soqlError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${text}`, scope.query.text, value.at);
  return id ?? '';
}

function compareLike(value: Literal, field: Field, scope: Scope, at: number): Test {
  if (kindOf(field) !== 'string' || field.type === 'id' || field.type === 'reference') {
    throw soqlError(
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator on ${field.type === 'reference' ? 'id' : field.type} field`,
      scope.query.text,
      at,
    );
  }
  if (value.kind === 'null') return (found) => found === null;
  const pattern = String(checked(value, field, scope)).replace(/\\[%_]|[%_]|[.*+?^${}()|[\]\\]/g, (part) => {
    if (part === '%') return '.*';
    if (part === '_') return '.';
    return part.startsWith('\\') && part.length === 2 ? part.slice(1) : `\\${part}`;
  });
  const expression = new RegExp(`^${pattern}$`, 'is');
  return (found) => typeof found === 'string' && expression.test(found);
}

function comparePeriod({ operator, at }: Comparison, value: Literal & { kind: 'period' }, field: Field, scope: Scope): Test {
  if (operator === 'LIKE' || (field.type !== 'date' && field.type !== 'datetime')) {
    throw operator === 'LIKE'
      ? soqlError('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on date field', scope.query.text, at)
      : mismatch(field, value, scope);
  }
  const now = Temporal.Instant.fromEpochMilliseconds(scope.source.now).toZonedDateTimeISO(scope.source.zone);
  const { from, until } = resolvePeriod(value.name, value.count ?? 0, now.toPlainDate());
  const edge = (date: Temporal.PlainDate) =>
    field.type === 'date' ? date.toString() : toDatetime(date.toZonedDateTime(scope.source.zone).epochMilliseconds);
  const [first, end] = [edge(from), edge(until)];
  return (found) => {
    if (typeof found !== 'string') return operator === '!=';
    return ordered[operator](found < first ? -1 : found >= end ? 1 : 0);
  };
}

type Kind = 'string' | 'number' | 'boolean' | 'date' | 'datetime';

function kindOf(field: Field): Kind {
  if (field.type === 'boolean' || field.type === 'date' || field.type === 'datetime') return field.type;
  return ['int', 'double', 'currency', 'percent'].includes(field.type) ? 'number' : 'string';
}

function checked(value: Literal, field: Field, scope: Scope): string | number | boolean {
  if (value.kind !== kindOf(field) || !('value' in value)) throw mismatch(field, value, scope);
  return value.value;
}

function mismatch(field: Field, value: Literal, scope: Scope) {
  const kind = kindOf(field);
  const wanted = kind === 'datetime' ? 'dateTime' : kind === 'number' ? (field.type === 'int' ? 'int' : 'double') : kind;
  const quotes = kind === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return soqlError(
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${wanted} and ${quotes}`,
    scope.query.text,
    value.at,
  );
}
