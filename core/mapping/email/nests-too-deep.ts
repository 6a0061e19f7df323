/** Elements that hold nothing, or that the next one of their kind ends: they never nest by themselves. */
const flat = new Set('area base br col embed hr img input link meta param source track wbr p li dd dt td th tr option'.split(' '));
const tag = /<(\/?)([a-z][a-z0-9]*)/gi;
/** Far more than mail programs make of a long conversation. */
const deepest = 500;

/** Whether HTML nests as no mail does: parsers take time by the square of the depth. Linear, and rather says so once too often. */
export function nestsTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(tag)) {
    if (flat.has(name.toLowerCase())) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
}
