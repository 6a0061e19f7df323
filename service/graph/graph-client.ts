import type { RequestCount } from '../../core/sync/index.ts';
import { AnswerLost } from './answer-lost.ts';
import { buildBatchItem, buildRequest } from './build-request.ts';
import { errorOf } from './classify-answer.ts';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import type { GraphAccess, GraphSettings } from './graph-settings.ts';
import { readBatchAnswers } from './read-batch-answers.ts';
import { type Bytes, readBytes } from './read-bytes.ts';
import { retryDelay } from './retry-delay.ts';

/** Most requests that one $batch takes. */
export const batchSize = 20;
/** A $batch runs four of its items at once, so it goes alone. */
const batchWeight = 3;

/** Sends what it is given, once; waiting and repeating is `exchange`'s. Throws AnswerLost where no whole answer came. */
export interface GraphClient {
  readonly requests: RequestCount;
  /** Up to 20: one goes as it is, more as one $batch. Answers stand at the place of their request; undefined: not answered. */
  send(requests: readonly GraphRequest[]): Promise<(GraphAnswer | undefined)[]>;
  /** A file as it is, at most `most` bytes of it taken into memory; what is refused is answered as by `send`. */
  download(path: string, most: number): Promise<GraphAnswer & { bytes: Uint8Array | null }>;
}

export function createGraphClient(settings: GraphSettings, access: GraphAccess): GraphClient {
  const requests = { http: 0, operations: 0 };
  const call = settings.fetch ?? fetch;

  async function once(request: Asked, token: string): Promise<Answered> {
    requests.http += 1;
    const { url, init } = buildRequest(settings.baseUrl, token, settings.ids.next(), request);
    const late = AbortSignal.timeout(settings.timeoutMs ?? 100_000);
    const signal = access.stop instanceof AbortSignal ? AbortSignal.any([access.stop, late]) : late;
    try {
      const response = await call(url, { ...init, signal });
      const { status } = response;
      const read = await readBytes(response, request.most);
      if (read === null) return { status: 413, retryAfter: null, body: answerTooLarge };
      const bytes = request.raw === true && status < 400 ? read : undefined;
      return { status, retryAfter: response.headers.get('retry-after'), body: bytes ? null : toJson(read), ...(bytes ? { bytes } : {}) };
    } catch (error) {
      access.stop.throwIfAborted();
      throw new AnswerLost(error);
    }
  }

  async function authorized(request: Asked, weight: number, heard: (answer: Answered) => void = heed): Promise<Answered> {
    const token = await access.accessToken();
    const answer = await paced(request, weight, token, heard);
    return answer.status === 401 ? again(request, weight, token, heard) : answer;
  }

  /** What it says of waiting is heeded before the next request may go, in this process or another. */
  const paced = (request: Asked, weight: number, token: string, heard: (answer: Answered) => void): Promise<Answered> =>
    settings.pacer.run(access.mailbox, weight, access.stop, async () => {
      const answer = await once(request, token);
      heard(answer);
      return answer;
    });

  /** A refused token is replaced once. Where another call has replaced it meanwhile, that one is taken: one refresh for all. */
  async function again(request: Asked, weight: number, refused: string, heard: (answer: Answered) => void): Promise<Answered> {
    const present = await access.accessToken();
    const token = present === refused ? await access.accessToken(true) : present;
    return paced(request, weight, token, heard);
  }

  async function batch(items: readonly GraphRequest[]): Promise<(GraphAnswer | undefined)[]> {
    const body = { requests: items.map((item, index) => buildBatchItem(String(index), item)) };
    const most = Math.max(...items.map((item) => item.most ?? 0)) || undefined;
    let answers: (GraphAnswer | undefined)[] = [];
    const heard = (whole: Answered): void => {
      answers = whole.status === 200 ? readBatchAnswers(whole.body, items.length) : items.map(() => whole);
      for (const answer of new Set(answers)) if (answer) heed(answer);
    };
    const ask: Asked = { method: 'POST', path: '/$batch', body, repeatable: true, ...(most ? { most } : {}) };
    const whole = await authorized(ask, batchWeight, heard);
    return whole.body === answerTooLarge && !items.some(({ splits }) => splits) ? oneByOne(items) : answers;
  }

  /** Together they were more than may be in memory; alone each is held to its own measure. */
  async function oneByOne(items: readonly GraphRequest[]): Promise<GraphAnswer[]> {
    const answers: GraphAnswer[] = [];
    for (const item of items) answers.push(await authorized(item, 1));
    return answers;
  }

  /** Whoever is told to wait speaks for the mailbox: requests made while throttled count against it too. */
  function heed({ status, retryAfter }: GraphAnswer): void {
    if (status !== 429 && (status !== 503 || retryAfter === null)) return;
    const now = settings.clock.now();
    settings.pacer.close(access.mailbox, now + retryDelay(retryAfter, 1, now, settings.random()));
  }

  return {
    requests,
    async download(path, most) {
      requests.operations += 1;
      const { bytes = null, ...answer } = await authorized({ method: 'GET', path, repeatable: true, most, raw: true }, 1);
      return { ...answer, bytes };
    },
    async send(items) {
      requests.operations += items.length;
      const [only] = items;
      if (items.length === 1 && only) return [await authorized(only, 1)];
      const answers = await batch(items);
      const refused = items.flatMap((_, index) => (isRefusedToken(answers[index]) ? [index] : []));
      if (refused.length === 0 || refused.length === items.length) return answers;
      await access.accessToken(true);
      const repeated = await batch(refused.map((index) => items[index] as GraphRequest));
      refused.forEach((index, place) => {
        answers[index] = repeated[place];
      });
      return answers;
    },
  };
}

const isRefusedToken = (answer: GraphAnswer | undefined): boolean =>
  answer?.status === 401 && errorOf(answer).code.toLowerCase() === 'invalidauthenticationtoken';

type Asked = GraphRequest & { raw?: boolean };
type Answered = GraphAnswer & { bytes?: Bytes };

/** The code under which an answer that is longer than it may be is known; in the shape of Graph's own errors. */
export const tooLarge = 'answer-too-large';
const answerTooLarge = { error: { code: tooLarge, message: 'The answer of Microsoft Graph is larger than is taken into memory.' } };

/** Null where there is none, undefined where it could not be read. */
function toJson(bytes: Bytes): unknown {
  if (bytes.length === 0) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
