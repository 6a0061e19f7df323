/**
 * Salesforce record ids: 3 characters say the object, 12 the record, and 3 more (a checksum of the upper-case letters) make the
 * case-sensitive 15 safe for software that ignores case. The API answers 18 and takes either.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const instance = '5g0';

/** The id of the n-th record of an object; ids of one object sort by n. */
export function makeId(prefix: string, sequence: number): string {
  let rest = sequence;
  let digits = '';
  for (let place = 0; place < 9; place += 1) {
    digits = alphabet.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  const short = `${prefix}${instance}${digits}`;
  return short + checksum(short);
}

/** The n that `makeId` was given. */
export function sequenceOf(id: string): number {
  let sequence = 0;
  for (const digit of id.slice(6, 15)) sequence = sequence * 62 + alphabet.indexOf(digit);
  return sequence;
}

/** 15 or 18 characters to 18; undefined when the text cannot be an id. */
export function toLongId(text: string): string | undefined {
  if (text.length === 18) return isAlphanumeric(text) ? text.slice(0, 15) + text.slice(15).toUpperCase() : undefined;
  if (text.length !== 15 || !isAlphanumeric(text)) return undefined;
  return text + checksum(text);
}

function checksum(short: string): string {
  let suffix = '';
  for (let part = 0; part < 3; part += 1) {
    let bits = 0;
    for (let place = 0; place < 5; place += 1) {
      const code = short.charCodeAt(part * 5 + place);
      if (code >= 65 && code <= 90) bits |= 1 << place;
    }
    suffix += checksumAlphabet.charAt(bits);
  }
  return suffix;
}

function isAlphanumeric(text: string): boolean {
  return /^[0-9A-Za-z]+$/.test(text);
}
