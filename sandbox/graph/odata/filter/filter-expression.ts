/** A parsed $filter. `path` names a property, e.g. start/dateTime, or the variable of an any() first. */
export type FilterExpression =
  | { kind: 'and' | 'or'; left: FilterExpression; right: FilterExpression }
  | { kind: 'not'; inner: FilterExpression }
  | { kind: 'compare'; operator: CompareOperator; path: string[]; literal: Literal }
  | { kind: 'in'; path: string[]; literals: Literal[] }
  | { kind: 'text'; operator: TextOperator; path: string[]; literal: Literal }
  | { kind: 'any'; path: string[]; variable: string; inner: FilterExpression };
export type CompareOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type TextOperator = 'contains' | 'startswith' | 'endswith';
export type Literal =
  | { type: 'text'; value: string }
  | { type: 'number'; value: number }
  | { type: 'date'; value: number }
  | { type: 'other'; value: boolean | null };
