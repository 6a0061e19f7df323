import { describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

const contacts = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, n) => ({ attributes: { type: 'Contact' }, LastName: `P ${n}`, ...more }));

describe('composite and batch', () => {
  it('refuse too many parts, and references to nothing', async () => {
    const { ada, base } = smallOrg();
    const part = (n: number) => ({ method: 'GET', url: `${base}/limits`, referenceId: `r${n}` });
    const send = (parts: unknown[]) => ada.send('POST', 'composite', { compositeRequest: parts });
    expect((await send(Array.from({ length: 26 }, (_, n) => part(n)))).body[0].errorCode).toBe('LIMIT_EXCEEDED');
    expect((await send([part(1), part(1)])).body[0].errorCode).toBe('INVALID_INPUT');
    const queries = Array.from({ length: 6 }, (_, n) => ({
      method: 'GET',
      url: `${base}/query?q=SELECT+Id+FROM+Contact`,
      referenceId: `q${n}`,
    }));
    expect((await send(queries)).body[0].errorCode).toBe('LIMIT_EXCEEDED');
    const { body } = await send([{ ...part(1), url: `${base}/sobjects/Contact/@{nope.id}` }, part(2)]);
    expect(body.compositeResponse.map((one: { httpStatusCode: number }) => one.httpStatusCode)).toEqual([400, 200]);
    expect(body.compositeResponse[0].body[0].errorCode).toBe('PROCESSING_HALTED');
  });

  it('keeps the order of its parts only where it is told to', async () => {
    const { ada, base } = smallOrg();
    const send = async (more: object) => {
      const { body } = await ada.send('POST', 'composite', {
        ...more,
        compositeRequest: [
          { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'a', body: { LastName: 'Made' } },
          { method: 'GET', url: `${base}/query?q=SELECT+Id+FROM+Contact`, referenceId: 'b' },
        ],
      });
      return body.compositeResponse[1].body.totalSize;
    };
    expect(await send({})).toBe(0);
    expect(await send({ collateSubrequests: false })).toBe(2);
  });

  it('a part may go on though another failed, and an all-or-none collection inside takes back only itself', async () => {
    const { ada, base } = smallOrg();
    const { body } = await ada.send('POST', 'composite', {
      compositeRequest: [
        {
          method: 'PATCH',
          url: `${base}/composite/sobjects`,
          referenceId: 'a',
          body: { allOrNone: true, records: [{ attributes: { type: 'Contact' } }] },
        },
        { method: 'POST', url: `${base}/composite/sobjects`, referenceId: 'b', body: { records: contacts(2) } },
        { method: 'GET', url: `${base}/sobjects/Contact/@{b[1].id}`, referenceId: 'c' },
      ],
    });
    expect(body.compositeResponse[2]).toMatchObject({ httpStatusCode: 200, referenceId: 'c', body: { LastName: 'P 1' } });
  });

  it('batch runs its parts one by one, each counted, and may stop at the first error', async () => {
    const { ada } = smallOrg();
    const batchRequests = [
      { method: 'GET', url: 'v62.0/sobjects/Contact/x' },
      { method: 'POST', url: 'v62.0/sobjects/Contact', richInput: { LastName: 'B' } },
    ];
    const { body, headers } = await ada.send('POST', 'composite/batch', { batchRequests });
    expect(body).toMatchObject({ hasErrors: true, results: [{ statusCode: 404 }, { statusCode: 201, result: { success: true } }] });
    expect(headers.get('Sforce-Limit-Info')).toBe('api-usage=2/100000');
    const halted = await ada.send('POST', 'composite/batch', { haltOnError: true, batchRequests });
    expect(halted.body.results[1]).toMatchObject({ statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] });
  });
});
