import { describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

const contacts = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, n) => ({ attributes: { type: 'Contact' }, LastName: `P ${n}`, ...more }));
const statuses = (body: { errors: { statusCode: string }[]; success: boolean }[]) =>
  body.map((row) => (row.success ? 'ok' : row.errors[0]?.statusCode));

describe('limits and sessions', () => {
  it('the day’s requests run out with 403, and come back a day later', async () => {
    const { ada, salesforce, desk } = smallOrg();
    salesforce.control.set({ dailyLimit: 2 });
    await ada.send('GET', 'limits');
    expect((await ada.send('GET', 'limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=2/2');
    const refused = await ada.send('GET', 'limits');
    expect([refused.status, refused.body[0].errorCode, refused.headers.get('Retry-After')]).toEqual([403, 'REQUEST_LIMIT_EXCEEDED', null]);
    desk.clock.advance(25 * 3_600_000);
    expect((await ada.send('GET', 'limits')).body.DailyApiRequests).toEqual({ Max: 2, Remaining: 1 });
  });

  it('a user who was deactivated is signed out', async () => {
    const { ada, salesforce } = smallOrg();
    salesforce.control.deactivate(ada.username);
    expect((await ada.send('GET', 'limits')).body[0].errorCode).toBe('INVALID_SESSION_ID');
    expect(() => salesforce.issueToken(ada.username)).toThrow('inactive user');
    salesforce.control.activate(ada.username);
    expect(salesforce.issueToken(ada.username)).toMatch(/^00D[0-9A-Za-z]{12}!/);
  });
});

describe('faults', () => {
  it('refuse as Salesforce would, for one user or all, and are counted', async () => {
    const { ada, ben, desk } = smallOrg();
    desk.faults.set([
      { at: 'salesforce.limits', nth: 1, do: '401', user: ben.username },
      { at: 'salesforce.limits', nth: 2, do: '503' },
    ]);
    expect((await ada.send('GET', 'limits')).status).toBe(200);
    expect((await ben.send('GET', 'limits')).body[0].errorCode).toBe('INVALID_SESSION_ID');
    expect((await ada.send('GET', 'limits')).status).toBe(200);
    desk.faults.set([{ at: 'salesforce.limits', nth: 1, do: '503' }]);
    const down = await ada.send('GET', 'limits');
    expect([down.status, down.body[0].errorCode, down.headers.get('Sforce-Limit-Info')]).toEqual([
      503,
      'SERVER_UNAVAILABLE',
      expect.any(String),
    ]);
    expect(desk.faults.counters).toMatchObject({ 'salesforce.limits': 4, 'salesforce.http': 4 });
  });

  it('lock rows of a collection, the first of them or as many as told', async () => {
    const { ada, desk } = smallOrg();
    desk.faults.set([
      { at: 'salesforce.collections.create', nth: 1, do: 'row-lock', rows: 2 },
      { at: 'salesforce.create', nth: 1, do: 'row-lock' },
    ]);
    const many = await ada.send('POST', 'composite/sobjects', { records: contacts(3) });
    expect(statuses(many.body)).toEqual(['UNABLE_TO_LOCK_ROW', 'UNABLE_TO_LOCK_ROW', 'ok']);
    expect((await ada.send('POST', 'sobjects/Contact', { LastName: 'A' })).body[0].errorCode).toBe('UNABLE_TO_LOCK_ROW');
    expect((await ada.send('POST', 'sobjects/Contact', { LastName: 'A' })).status).toBe(201);
  });

  it('bend what a query answers, not what is stored', async () => {
    const { ada, desk } = smallOrg();
    await ada.send('POST', 'composite/sobjects', { records: contacts(4) });
    const ask = async (kind: Parameters<typeof desk.faults.set>[0][number]['do'], seconds?: number) => {
      desk.faults.set([{ at: 'salesforce.query', nth: 1, do: kind, ...(seconds ? { seconds } : {}) }]);
      return (await ada.soql('SELECT LastName FROM Contact ORDER BY Id')).body;
    };
    const listed = (body: { records: { LastName: string }[] }) => body.records.map((row) => row.LastName);
    expect(listed(await ask('empty-list'))).toEqual([]);
    expect(listed(await ask('half-list'))).toEqual(['P 0', 'P 1']);
    expect(listed(await ask('reordered-page'))).toEqual(['P 3', 'P 2', 'P 1', 'P 0']);
    expect(listed(await ask('duplicate-delivery'))).toHaveLength(8);
    const repeated = await ask('repeated-page');
    expect(repeated.done).toBe(false);
    expect(listed((await ada.send('GET', repeated.nextRecordsUrl)).body)).toHaveLength(4);
    expect(listed(await ask('stale-read', 60))).toEqual([]);
    desk.clock.advance(120_000);
    expect(listed(await ask('stale-read', 60))).toHaveLength(4);
  });

  it('reach into the parts of a composite', async () => {
    const { ada, desk, base } = smallOrg();
    desk.faults.set([{ at: 'salesforce.query', nth: 1, do: '500' }]);
    const part = (referenceId: string) => ({ method: 'GET', url: `${base}/query?q=SELECT+Id+FROM+Contact`, referenceId });
    const { body } = await ada.send('POST', 'composite', { compositeRequest: [part('a'), part('b')] });
    expect(body.compositeResponse.map((one: { httpStatusCode: number }) => one.httpStatusCode)).toEqual([500, 200]);
    expect(desk.faults.counters).toMatchObject({ 'salesforce.http': 1, 'salesforce.composite': 1, 'salesforce.query': 2 });
  });
});
