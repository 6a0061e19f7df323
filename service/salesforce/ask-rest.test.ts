import { expect, it } from 'vitest';
import { askRest } from './ask-rest.ts';

const ask = (answer: Response) => {
  const sent: { url: unknown; init: RequestInit | undefined }[] = [];
  const send: typeof fetch = async (url, init) => {
    sent.push({ url, init });
    return answer;
  };
  const { signal } = new AbortController();
  const asked = askRest({ method: 'POST', url: 'https://org.example/composite', body: { a: 1 }, token: 'secret', signal, fetch: send });
  return { asked, sent };
};
const json = (text: string, status = 200) => new Response(text, { status, headers: { 'content-type': 'application/json;charset=UTF-8' } });

it('words the request, follows no redirect with the token, and reads the answer with its headers', async () => {
  const { asked, sent } = ask(json('[{"errorCode":"X"}]', 400));
  expect(await asked).toMatchObject({ status: 400, body: [{ errorCode: 'X' }], headers: { 'content-type': expect.any(String) } });
  expect(sent).toMatchObject([{ url: 'https://org.example/composite', init: { method: 'POST', redirect: 'manual', body: '{"a":1}' } }]);
  expect(sent[0]?.init?.headers).toMatchObject({ authorization: 'Bearer secret', 'Sforce-Call-Options': 'client=Lockstep' });
});

it('what cannot be read as JSON is undefined: no content, a page of a proxy, half an answer', async () => {
  const page = new Response('<p>down</p>', { headers: { 'content-type': 'text/html' } });
  for (const answer of [new Response(null, { status: 204 }), page, json('{"half":')])
    expect((await ask(answer).asked).body).toBeUndefined();
});
