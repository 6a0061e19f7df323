/** What an operation answers; `body` is plain data and is written as JSON once, by the edge or by $batch; a text or bytes go as they are. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export function ok(body: unknown, headers?: Record<string, string>): Answer {
  return headers ? { status: 200, body, headers } : { status: 200, body };
}
export function created(body: unknown, headers?: Record<string, string>): Answer {
  return headers ? { status: 201, body, headers } : { status: 201, body };
}
export function noContent(): Answer {
  return { status: 204 };
}
