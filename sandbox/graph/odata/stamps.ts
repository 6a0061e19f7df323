import { GraphError } from '../http/graph-error.ts';
import { asObject } from './read-properties.ts';

/** Extended properties that a write carries, apart from the rest: kept beside the item and never echoed. */
export function takeStamps(input: unknown): { rest: Record<string, unknown>; stamps: Record<string, string> | undefined } {
  const { singleValueExtendedProperties: given, ...rest } = asObject(input);
  if (given === undefined) return { rest, stamps: undefined };
  if (!Array.isArray(given)) throw invalid('singleValueExtendedProperties must be a collection.');
  const stamps: Record<string, string> = {};
  for (const one of given) {
    const { id, value } = asObject(one);
    if (typeof id !== 'string' || typeof value !== 'string') throw invalid('Each extended property needs an id and a value, both text.');
    stamps[checkStampId(id)] = value;
  }
  return { rest, stamps };
}

const byName =
  /^(String|Integer|Boolean|SystemTime|Double|Long|Short|Binary|CLSID) +\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\} +(Name|Id) +(\S+)$/i;
const byTag = /^(String|Integer|Boolean|SystemTime|Double|Long|Short|Binary|CLSID) +0x([0-9a-f]{1,4})$/i;

/** `String {guid} Name CrmId` with one spelling of type and guid; the name itself minds case. */
export function checkStampId(id: string): string {
  const named = byName.exec(id.trim());
  if (named) return `${named[1]} {${named[2]?.toLowerCase()}} ${named[3]} ${named[4]}`;
  const tagged = byTag.exec(id.trim());
  if (tagged) return `${tagged[1]} 0x${tagged[2]?.toLowerCase()}`;
  throw invalid(`The extended property id '${id}' is not valid: use '{type} {guid} Name {name}'.`);
}

function invalid(message: string): GraphError {
  return new GraphError(400, 'ErrorInvalidProperty', message);
}
