import type { Link, Observation } from '../../model/index.ts';
import { wordsLeft } from '../safety/words-left.ts';

/**
 * What a merge takes out of a record because its meeting is private now is known by the link until it is seen to be gone: Salesforce may refuse it, and
 * the pair may end before it can be tried again. What is public again has nothing to hide.
 */
export function withRedaction(
  link: Link,
  { outlook, salesforce }: Record<Observation['side'], Observation>,
  written: readonly string[],
): Link {
  const fields = outlook.fields ?? {};
  const names = outlook.facts.private ? wordsLeft(salesforce.fields, fields).filter((name) => written.includes(name)) : [];
  if (names.length > 0)
    return { ...link, redaction: { ...link.redaction, ...Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) } };
  return link.redaction && !outlook.facts.private ? { ...link, redaction: null } : link;
}
