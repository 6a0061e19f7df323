import type { MapContext } from '../object-map.ts';

/** A mailbox for the tests of maps. */
export const mailbox: MapContext = {
  tenantId: 't1',
  mailboxId: 'm1',
  addresses: ['ana@contoso.example'],
  salesforceUserId: '005000000000001AAA',
  zone: 'Europe/Berlin',
  hash: hexDigits,
};

/** FNV-1a, drawn out to 64 hexadecimal digits: the shape of the real one without its package. */
function hexDigits(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0').repeat(4);
}
