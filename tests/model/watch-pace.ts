/** Requests of a mailbox that Graph takes at once are four; we keep to three. */
const most = 3;

/**
 * I9: stands between adapter and network and notes whatever goes out too early or too many at once, per mailbox.
 * `now` is the world's clock.
 */
export function watchPace(now: () => number, send: typeof fetch): { fetch: typeof fetch; violations: string[] } {
  const violations: string[] = [];
  const flying = new Map<string, number>();
  const closed = new Map<string, number>();
  const watched: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { mailbox, weight } = await read(request.clone());
    if (mailbox === null) return send(request);
    const together = (flying.get(mailbox) ?? 0) + weight;
    if (together > most) violations.push(`${together} requests of ${mailbox} at once`);
    if (now() < (closed.get(mailbox) ?? 0))
      violations.push(`${request.method} ${new URL(request.url).pathname} of ${mailbox} before its Retry-After was over`);
    flying.set(mailbox, together);
    try {
      const answer = await send(request);
      const wait = waitOf(answer, now());
      if (answer.status === 429 && wait !== null) closed.set(mailbox, wait);
      return answer;
    } finally {
      flying.set(mailbox, (flying.get(mailbox) ?? 0) - weight);
    }
  };
  return { fetch: watched, violations };
}

/** A $batch runs several of its parts at once: it counts as all that a mailbox may have. */
async function read(request: Request): Promise<{ mailbox: string | null; weight: number }> {
  const batch = request.url.endsWith('/$batch');
  const text = batch ? await request.text() : new URL(request.url).pathname;
  const mailbox = /\/users\/([^/?"]+)/.exec(text)?.[1] ?? null;
  return { mailbox: mailbox && decodeURIComponent(mailbox).toLowerCase(), weight: batch ? most : 1 };
}

function waitOf(answer: Response, now: number): number | null {
  const text = answer.headers.get('retry-after');
  if (text === null) return null;
  const seconds = Number(text);
  return Number.isNaN(seconds) ? Date.parse(text) : now + seconds * 1000;
}
