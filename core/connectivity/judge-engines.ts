import { detectEngines, type EngineSighting, type EngineSign } from './detect-engines.ts';
import type { CheckOutcome } from './run-checks.ts';

/** What the places where other products show had to say. */
export interface EngineSigns {
  signs: readonly EngineSign[];
  /** Places that could not be read, with the provider's code: nothing is known of them, and no news is not good news. */
  unread: readonly string[];
  /** Places that were read. */
  read: readonly string[];
}

const words = (sign: EngineSign): string => {
  if (sign.kind === 'package') return `package ${sign.namespace} is installed`;
  if (sign.kind === 'permission') return `permission set ${sign.label ?? sign.name}`;
  if (sign.kind === 'capture') return sign.of === 'user' ? 'a configuration names this user' : 'a configuration names a profile';
  if (sign.kind === 'writer') return `${sign.count} ${sign.of} created by ${sign.name} in 30 days`;
  if (sign.kind === 'application') return `application ${sign.name} in Entra ID`;
  return `${sign.kind} ${sign.name}`;
};

const sentence = ({ name, confidence, signs }: EngineSighting): string => `${name}, ${confidence}: ${signs.map(words).join('; ')}`;

/** A finding where a product writes or is set up for this user; what is merely installed is said and worries nobody. */
export function judgeEngines({ signs, unread, read }: EngineSigns): CheckOutcome {
  const sightings = detectEngines(signs);
  const unknown = unread.length > 0 ? [`unknown, not readable: ${unread.join(', ')}`] : [];
  const evidence = [...sightings.map(sentence), ...unknown].join('. ');
  if (sightings.some(({ confidence }) => confidence !== 'possible')) return { result: 'warning', finding: 'other-engine', evidence };
  if (read.length === 0) return { result: 'skipped', evidence };
  return { result: 'passed', evidence: evidence === '' ? `none seen in ${read.join(', ')}` : evidence };
}
