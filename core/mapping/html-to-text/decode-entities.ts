import { entities } from './entities.ts';

const reference = /&(?:#(\d{1,8})|#x([0-9a-f]{1,7})|([a-z][a-z0-9]{1,11}));|&(amp|lt|gt|quot|nbsp)(?![a-z0-9=])/gi;
/** What browsers make of &#128; to &#159;: people mean Windows-1252 there. */
const windows1252 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Character references to characters. Unknown names stay as they are written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string, bare?: string) => {
    if (decimal) return character(Number.parseInt(decimal, 10));
    if (hex) return character(Number.parseInt(hex, 16));
    return entities.get(name ?? bare ?? '') ?? entities.get((name ?? bare ?? '').toLowerCase()) ?? whole;
  });
}

function character(code: number): string {
  if (code >= 128 && code < 160) return windows1252[code - 128] ?? '\ufffd';
  const nothing = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return nothing ? '\ufffd' : String.fromCodePoint(code);
}
