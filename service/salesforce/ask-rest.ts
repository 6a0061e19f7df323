export interface HttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Parsed, undefined where it could not be read. */
  body: unknown;
}

export interface RestAsk {
  method: string;
  url: string;
  body: unknown;
  token: string;
  signal: AbortSignal;
  fetch?: typeof fetch | undefined;
}

/** One request of the REST API. Rejects where no whole answer came: not reached, cut in the middle, stopped. */
export async function askRest({ method, url, body, token, signal, fetch: send = fetch }: RestAsk): Promise<HttpAnswer> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'Sforce-Call-Options': 'client=Lockstep',
  };
  // A redirect would take the token along to wherever it points.
  const init: RequestInit = { method, headers, redirect: 'manual', signal };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await send.call(globalThis, url, init);
  const text = await response.text();
  const isJson = /^application\/json(;|$)/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: Object.fromEntries(response.headers), body: isJson ? parse(text) : undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
