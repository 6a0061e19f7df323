import type { Observation } from '../../model/index.ts';
import type { SyncPolicy } from '../policy.ts';
import type { PersonRecord } from '../ports/mail.ts';
import { isColleague, mailScope } from './mail-scope.ts';

/**
 * One mail as the rules see it in a run, for whoever explains it: asked for by hand or not, and whether somebody outside on it is known. People
 * are looked up only where nothing else decides.
 */
export async function knowMail(
  mail: Observation,
  policy: SyncPolicy,
  saved: boolean,
  people: (addresses: readonly string[]) => Promise<readonly PersonRecord[]>,
): Promise<Observation> {
  const facts = { ...mail.facts, saved };
  if (mail.problem || mail.removed || facts.unmatched || mailScope({ ...facts, known: false }, policy) !== 'no-match')
    return { ...mail, facts };
  const outside = (facts.participants ?? []).filter((address) => !isColleague(address, policy.mail.internal));
  const found = await people(outside);
  return { ...mail, facts: { ...facts, known: found.some(({ object }) => object !== 'User') } };
}
