import { createDesk } from '../../world/desk.ts';
import { createSalesforce } from '../index.ts';

const base = '/services/data/v62.0';

export interface Sent {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came
  body: any;
}

/** An org in memory with two people, Ada and Ben, and a way to ask its API as either of them. For tests. */
export function smallOrg() {
  const desk = createDesk();
  const salesforce = createSalesforce({ desk, url: () => 'http://127.0.0.1:4406' });
  const person = (first: string) => {
    const Username = `${first.toLowerCase()}@demo.test`;
    const id = salesforce.org.insert('User', { Username, Email: Username, FirstName: first, LastName: 'Demo', TimeZoneSidKey: 'UTC' });
    const token = salesforce.issueToken(Username);
    const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Sent> => {
      const response = await salesforce.app.request(path.startsWith('/') ? path : `${base}/${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    };
    const soql = (text: string, all = false, headers = {}) =>
      send('GET', `${all ? 'queryAll' : 'query'}?q=${encodeURIComponent(text)}`, undefined, headers);
    return { id, token, username: Username, send, soql };
  };
  return { desk, salesforce, base, ada: person('Ada'), ben: person('Ben') };
}
