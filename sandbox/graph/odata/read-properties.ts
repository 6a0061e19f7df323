import { GraphError } from '../http/graph-error.ts';
import { refusals } from '../http/refusals.ts';

/** Turns one written value into what the mailbox keeps, or throws through `fail`. */
export type PropertyReader = (value: unknown, fail: (expected: string) => never) => unknown;
export type PropertyReaders = Record<string, PropertyReader>;
export type Json = Record<string, unknown>;

export function asObject(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw refusals.unreadableBody('The request body must be a JSON object.');
}

/** Reads what a client wrote: an unknown property is an error (as in OData), a read-only one too. Annotations (@...) are passed over. */
export function readProperties(type: string, input: unknown, readers: PropertyReaders, readOnly: readonly string[]): Json {
  const found: Json = {};
  for (const [name, value] of Object.entries(asObject(input))) {
    if (name.includes('@')) continue;
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) {
      if (readOnly.includes(name))
        throw new GraphError(400, 'ErrorInvalidPropertySet', `Set action is invalid for property '${name}': it is read-only.`);
      throw refusals.unreadableBody(
        `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
      );
    }
    found[name] = reader(value, (expected) => {
      throw refusals.unreadableBody(`Cannot convert the value of '${name}' to ${expected}: ${JSON.stringify(value)?.slice(0, 80)}.`);
    });
  }
  return found;
}

/** Exchange trims what it is given; an empty text is none. */
export const text: PropertyReader = (value, fail) => {
  if (value === null) return null;
  if (typeof value !== 'string') return fail('Edm.String');
  return value.trim() === '' ? null : value.trim();
};
/** A text that may not be empty, as the name of a folder. */
export const filledText: PropertyReader = (value, fail) => text(value, fail) ?? fail('a text that is not empty');
export const flag: PropertyReader = (value, fail) => (typeof value === 'boolean' ? value : fail('Edm.Boolean'));
export const whole: PropertyReader = (value, fail) => (Number.isInteger(value) ? value : fail('Edm.Int32'));

export function texts(most?: number): PropertyReader {
  return (value, fail) => {
    if (!Array.isArray(value)) return fail('Collection(Edm.String)');
    if (most !== undefined && value.length > most) return fail(`a collection of at most ${most}`);
    return value.map((one) => text(one, fail)).filter((one) => one !== null);
  };
}
/** Enumeration values are read without regard to case and kept in the documented spelling. */
export function oneOf(...members: string[]): PropertyReader {
  return (value, fail) => members.find((member) => member.toLowerCase() === String(value).toLowerCase()) ?? fail(members.join('|'));
}
export function record(readers: PropertyReaders, type: string): PropertyReader {
  return (value) => (value === null ? null : readProperties(type, value, readers, []));
}
export function list(reader: PropertyReader, most: number): PropertyReader {
  return (value, fail) => {
    if (!Array.isArray(value)) return fail('a collection');
    if (value.length > most) return fail(`a collection of at most ${most}`);
    return value.map((one) => (one === null ? fail('a collection without null') : reader(one, fail)));
  };
}
