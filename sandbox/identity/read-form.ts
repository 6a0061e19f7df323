import type { IncomingMessage } from 'node:http';

const limit = 64 * 1024;

/** The body of a form post; anything else, or too much, reads as an empty form. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
  return new URLSearchParams(isForm && size <= limit ? Buffer.concat(chunks).toString('utf8') : '');
}

/** Puts a rewritten form where oidc-provider reads the body of the request. */
export function replaceForm(request: IncomingMessage, form: URLSearchParams): void {
  const body = Buffer.from(form.toString());
  request.headers['content-type'] = 'application/x-www-form-urlencoded';
  request.headers['content-length'] = String(body.length);
  delete request.headers.authorization;
  Object.defineProperty(request, 'readable', { value: true });
  Object.defineProperty(request, 'iterator', {
    value: async function* () {
      yield body;
    },
  });
}
