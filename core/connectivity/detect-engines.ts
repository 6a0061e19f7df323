import { machineName, type OtherEngine, otherEngines } from './other-engines.ts';

/** One thing that was seen, in the words in which the provider names it. */
export type EngineSign =
  /** An installed managed package. */
  | { kind: 'package'; namespace: string }
  /** A permission set that this user holds. */
  | { kind: 'permission'; name: string; label: string | null; namespace: string | null }
  /** Einstein Activity Capture has a configuration with this user in it, or with a whole profile. */
  | { kind: 'capture'; of: 'user' | 'profile' }
  /** Records that somebody else made lately: meetings in this user's name, or mails of anybody. */
  | { kind: 'writer'; name: string; of: 'meetings' | 'mails'; count: number }
  /** An application that the tenant consented to, for some mailboxes or all. */
  | { kind: 'application'; name: string }
  /** A folder or category of the mailbox. */
  | { kind: 'folder' | 'category'; name: string };

/** `certain`: it writes. `likely`: it is set up for this user. `possible`: it is installed, or may be. */
export type EngineConfidence = 'certain' | 'likely' | 'possible';

export interface EngineSighting {
  key: string;
  name: string;
  confidence: EngineConfidence;
  signs: EngineSign[];
}

const nameless = { key: 'nameless', name: 'a service account of another product' };
const capture = 'einstein-activity-capture';
const ranks: readonly EngineConfidence[] = ['possible', 'likely', 'certain'];

/** Which products the signs speak of, the surest first. What speaks of none is left out. */
export function detectEngines(signs: readonly EngineSign[]): EngineSighting[] {
  const found = new Map<string, EngineSighting>();
  for (const sign of signs) {
    const engine = engineOf(sign);
    if (!engine) continue;
    const sighting = found.get(engine.key) ?? { key: engine.key, name: engine.name, confidence: 'possible', signs: [] };
    sighting.signs.push(sign);
    found.set(engine.key, sighting);
  }
  return [...found.values()]
    .map((sighting) => ({ ...sighting, confidence: confidenceOf(sighting.signs) }))
    .sort((a, b) => ranks.indexOf(b.confidence) - ranks.indexOf(a.confidence) || a.name.localeCompare(b.name));
}

function engineOf(sign: EngineSign): Pick<OtherEngine, 'key' | 'name'> | undefined {
  if (sign.kind === 'capture') return otherEngines.find((engine) => engine.key === capture);
  const known = otherEngines.find((engine) => speaksOf(sign, engine));
  if (known) return known;
  return sign.kind === 'writer' && machineName.test(sign.name) ? nameless : undefined;
}

function speaksOf(sign: Exclude<EngineSign, { kind: 'capture' }>, engine: OtherEngine): boolean {
  if (sign.kind === 'package') return isItsNamespace(sign.namespace, engine);
  if (sign.kind === 'writer' || sign.kind === 'application') return isItsName(sign.name, engine);
  if (sign.kind === 'permission')
    return isItsNamespace(sign.namespace ?? '', engine) || isItsName(sign.name, engine) || isItsName(sign.label ?? '', engine);
  // "Outreach" and "Groove" are what people call their own folders.
  return engine.marks.includes(sign.name.toLowerCase()) || (engine.named.test(sign.name) && !engine.ambiguous);
}

const isItsName = (name: string, engine: OtherEngine): boolean =>
  engine.named.test(name) && (!engine.ambiguous || machineName.test(name) || isAlone(name, engine));

/** A name of the product and nothing else: "Riva", not "Riva Patel". */
const isAlone = (name: string, engine: OtherEngine): boolean => name.trim().replace(engine.named, '') === '';

const isItsNamespace = (namespace: string, engine: OtherEngine): boolean =>
  engine.namespaces.includes(namespace.toLowerCase()) || (!engine.ambiguous && engine.named.test(namespace));

/** Two weak signs of different kinds are as good as one of the middle. */
function confidenceOf(signs: readonly EngineSign[]): EngineConfidence {
  const best = Math.max(...signs.map((sign) => ranks.indexOf(confidenceOfOne(sign))));
  if (best > 0) return ranks[best] ?? 'possible';
  return new Set(signs.map((sign) => sign.kind)).size > 1 ? 'likely' : 'possible';
}

function confidenceOfOne(sign: EngineSign): EngineConfidence {
  if (sign.kind === 'writer') return sign.of === 'meetings' ? 'certain' : 'likely';
  if (sign.kind === 'capture') return sign.of === 'user' ? 'certain' : 'likely';
  // An application is the tenant's: it says nothing of this mailbox.
  // A folder or category may be left over, yet nothing else explains it; a licence comes with some editions unasked.
  return sign.kind === 'folder' || sign.kind === 'category' ? 'likely' : 'possible';
}
