import { type RequestOptions, request } from 'node:https';

export interface TlsReply {
  status: number | undefined;
  location: string | undefined;
  text: string;
}

/** A request by TLS that trusts this authority alone; without one, those that everybody trusts. */
export function askByTls(url: string, ca?: Buffer, options: RequestOptions = {}, body?: object): Promise<TlsReply> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, ca, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode, location: answer.headers.location, text }));
    });
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}
