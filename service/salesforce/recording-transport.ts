import { Transport } from 'jsforce/lib/transport.js';
import type { HttpRequest, HttpRequestOptions, HttpResponse } from 'jsforce/lib/types/common.js';
import type { StreamPromise } from 'jsforce/lib/util/promise.js';

/** jsforce's own transport, which also keeps status and headers of the answer: the connection gives the body only. */
export class RecordingTransport extends Transport {
  status = 0;
  headers: Readonly<Record<string, string>> = {};

  override httpRequest(request: HttpRequest, options?: HttpRequestOptions): StreamPromise<HttpResponse> {
    const answer = super.httpRequest(request, options);
    answer.then(
      ({ statusCode, headers }) => {
        this.status = statusCode;
        this.headers = headers;
      },
      () => undefined,
    );
    return answer;
  }
}
