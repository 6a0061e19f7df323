import type { LinkLine } from '../../../core/model/index.ts';

type Standing = Pick<LinkLine, 'object' | 'outlookId' | 'salesforceId' | 'state'>;

/** Which of the given links are new here, which stand already, and which would give an item a second partner. Pure. */
export function sortLinks(given: readonly { line: LinkLine; place: number }[], standing: readonly Standing[]) {
  const pairs = new Set(standing.map(pairOf));
  const taken = new Set(standing.filter(({ state }) => state !== 'ended').flatMap(itemsOf));
  const fresh: LinkLine[] = [];
  const refused: { at: number; what: string; todo: string }[] = [];
  let known = 0;
  for (const { line, place } of given) {
    const second = line.state === 'ended' ? undefined : itemsOf(line).find((item) => taken.has(item));
    if (line.outlookId === null && line.salesforceId === null) {
      refused.push({ at: place, what: 'This link names neither an item nor a record', todo: 'Leave the line out.' });
    } else if (pairs.has(pairOf(line))) known += 1;
    else if (second) {
      refused.push({ at: place, what: `The ${second} has a partner here already`, todo: 'End that link first, or leave the line out.' });
    } else {
      pairs.add(pairOf(line));
      if (line.state !== 'ended') for (const item of itemsOf(line)) taken.add(item);
      fresh.push(line);
    }
  }
  return { fresh, known, refused };
}

/** Ended links of a pair may be many; what they say is said once. */
const pairOf = ({ object, outlookId, salesforceId, state }: Standing): string =>
  JSON.stringify([object, outlookId, salesforceId, state === 'ended']);

const itemsOf = ({ object, outlookId, salesforceId }: Standing): string[] => [
  ...(outlookId === null ? [] : [`${object} ${outlookId} in Outlook`]),
  ...(salesforceId === null ? [] : [`${object} ${salesforceId} in Salesforce`]),
];
