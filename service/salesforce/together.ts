import type { Beside } from './ask-parts.ts';

/** What may go along with a request of so many queries. */
export type Along = (queries: number) => Beside | null;

export const nothingBeside: Along = () => null;

/** One behind the other, each told what the request holds before it. */
export function together(several: readonly Along[]): Along {
  return (queries) => {
    const all: Beside[] = [];
    for (const along of several) all.push(along(queries + countOf(all)) ?? { requests: [], read: () => undefined });
    if (countOf(all) === 0) return null;
    const read: Beside['read'] = (parts) => {
      let start = 0;
      for (const { requests, read: readOwn } of all) {
        if (requests.length > 0) readOwn(parts.slice(start, start + requests.length));
        start += requests.length;
      }
    };
    return { requests: all.flatMap(({ requests }) => requests), read };
  };
}

const countOf = (all: readonly Beside[]): number => all.reduce((sum, { requests }) => sum + requests.length, 0);
