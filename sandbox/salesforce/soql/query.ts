/** A SOQL query as parsed; `at` is the place in the text where a part begins, for the errors that name row and column. */
export interface Path {
  names: string[];
  at: number;
}

export type SelectItem =
  | { kind: 'field'; path: Path }
  | { kind: 'group'; group: 'ALL' | 'STANDARD' | 'CUSTOM'; at: number }
  | { kind: 'count'; path: Path | undefined; at: number }
  | { kind: 'children'; query: Query; at: number };

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export type Literal =
  | { kind: 'string'; value: string; at: number }
  | { kind: 'number'; value: number; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'null'; at: number }
  | { kind: 'date'; value: string; at: number }
  | { kind: 'datetime'; value: string; at: number }
  | { kind: 'period'; name: string; count: number | undefined; at: number };

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; path: Path; operator: Operator; value: Literal; at: number }
  | { kind: 'in'; path: Path; negated: boolean; values: Literal[]; at: number }
  | { kind: 'semi-join'; path: Path; negated: boolean; query: Query; at: number };

export interface OrderItem {
  path: Path;
  descending: boolean;
  nullsLast: boolean;
}

export interface Query {
  text: string;
  select: SelectItem[];
  from: { name: string; alias: string | undefined; at: number };
  where: Condition | undefined;
  orderBy: OrderItem[];
  limit: number | undefined;
  offset: number | undefined;
}
