import type { Context, Hono } from 'hono';
import { AnswerLost, cutConnection } from '../faults/misbehave.ts';
import type { OAuth } from '../identity/salesforce/index.ts';
import type { Desk } from '../world/desk.ts';
import type { Backend } from './call.ts';
import { ensureOrg } from './org/index.ts';

const mostIds = 200;

interface Result {
  id: string;
  success: boolean;
  code?: string;
  message?: string;
}

/**
 * The one SOAP call there is, of the partner API: undelete. Who asks stands in the envelope, a fault is a 500 with its code, as in Salesforce
 * (SOAP API developer guide, undelete()).
 */
export function serveSoap(app: Hono, desk: Desk, oauth: OAuth, { org, usage, dispatch }: Backend): void {
  app.post('/services/Soap/u/:version', async (context) => {
    desk.faults.count('salesforce.http');
    ensureOrg(org);
    const text = await context.req.text();
    const session = oauth.sessions.use(plain(tagged(text, 'sessionId')[0] ?? ''), org.settings.sessionMinutes);
    const row = session && org.find(session.userId);
    if (!row || row.IsActive === false) return fault(context, 'INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader');
    if (usage.used >= org.settings.dailyLimit) return fault(context, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    usage.add();
    if (!/<(?:\w+:)?undelete[\s>]/.test(text)) return fault(context, 'UNKNOWN_EXCEPTION', 'The emulator knows the call undelete only.');
    const ids = tagged(text, 'ids');
    if (ids.length > mostIds)
      return fault(context, 'EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${mostIds} records`);
    try {
      const answer = await dispatch({
        method: 'POST',
        path: 'soap/undelete',
        query: new URLSearchParams(),
        headers: context.req.raw.headers,
        body: { ids },
        base: `/services/Soap/u/${context.req.param('version')}`,
        user: { id: String(row.Id), username: String(row.Username), email: String(row.Email) },
        undo: undefined,
      });
      if (answer.status !== 200) return fault(context, 'SERVER_UNAVAILABLE', `HTTP ${answer.status}`, answer.status);
      return envelope(context, 200, `<undeleteResponse>${(answer.body as Result[]).map(resultXml).join('')}</undeleteResponse>`);
    } catch (error) {
      if (error instanceof AnswerLost) return cutConnection(context, error);
      throw error;
    }
  });
}

const tagged = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}>([^<]*)</`, 'g'))].map((match) => (match[1] ?? '').trim());

function resultXml({ id, success, code, message }: Result): string {
  if (success) return `<result><id>${id}</id><success>true</success></result>`;
  const error = `<errors><message>${quoted(message ?? '')}</message><statusCode>${code}</statusCode></errors>`;
  return `<result>${error}<id>${quoted(id)}</id><success>false</success></result>`;
}

function fault(context: Context, code: string, message: string, status = 500): Response {
  const body = `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${quoted(message)}</faultstring></soapenv:Fault>`;
  return envelope(context, status, body);
}

function envelope(context: Context, status: number, body: string): Response {
  const head = '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">';
  const xml = `${head}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  return context.body(xml, status as 200, { 'content-type': 'text/xml; charset=utf-8' });
}

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const plain = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
