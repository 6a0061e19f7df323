export interface Reply {
  status: number;
  body?: unknown;
}

export const problem = (status: number, code: string, detail: string, more: object = {}): Reply => ({
  status,
  body: { type: `https://lockstep.example/problems/${code}`, title: code, status, code, detail, ...more },
});

/** One page of a list, by the query's limit and cursor. */
export const page = (items: readonly unknown[], query: URLSearchParams): Reply => {
  const limit = Number(query.get('limit') ?? 50);
  const from = Number(query.get('cursor') ?? 0);
  return {
    status: 200,
    body: { items: items.slice(from, from + limit), nextCursor: from + limit < items.length ? String(from + limit) : null },
  };
};
