import { PassThrough } from 'node:stream';
import { Transport } from 'jsforce/lib/transport.js';
import type { HttpRequest, HttpResponse } from 'jsforce/lib/types/common.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';

/**
 * What jsforce sends goes through Node's fetch. Its own transport pipes the body of an answer without listening for errors: a connection
 * that ends in the middle leaves the request open for ever and takes the whole process down with an unhandled error. It also cannot be
 * stopped, repeats requests by itself and follows redirects with the token. This one keeps status and headers besides, which the
 * connection does not hand on. One per request.
 */
export class FetchTransport extends Transport {
  status = 0;
  headers: Readonly<Record<string, string>> = {};
  readonly #signal: AbortSignal;
  readonly #fetch: typeof fetch;

  constructor(signal: AbortSignal, send: typeof fetch = fetch) {
    super();
    this.#signal = signal;
    this.#fetch = send;
  }

  /** Status and headers of the answer, which the connection does not hand on. */
  met(): { status: number; headers: Readonly<Record<string, string>> } {
    return { status: this.status, headers: this.headers };
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise: this.#send(request) }));
  }

  async #send({ url, method, headers, body }: HttpRequest): Promise<HttpResponse> {
    const init: RequestInit = { method, redirect: 'manual', signal: this.#signal };
    if (headers) init.headers = headers;
    if (typeof body === 'string') init.body = body;
    const response = await this.#fetch.call(globalThis, url, init);
    const text = await response.text();
    this.status = response.status;
    this.headers = Object.fromEntries(response.headers);
    return { statusCode: response.status, headers: { ...this.headers }, body: text };
  }
}
