import { z } from 'zod';

export interface TreeRecord {
  type: string;
  reference?: string;
  /** from 1 */
  line?: number;
  fields: Record<string, unknown>;
  /** records nested below, with the field that holds their parent */
  children: (TreeRecord & { parentField: string })[];
}
export type ReadTree = { records: TreeRecord[] } | { files: string[] } | { reason: string; line?: number };

const plan = z.array(z.object({ sobject: z.string(), files: z.array(z.string()).min(1) })).min(1);
const nested = z.looseObject({
  records: z.array(z.looseObject({ attributes: z.object({ type: z.string(), referenceId: z.string().optional() }) })),
});
type Nested = z.infer<typeof nested>['records'][number];

/** One JSON file of `sf data export tree`: a plan, or a tree of records. */
export function readTree(text: string): ReadTree {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    return unreadable(text, (failure as Error).message);
  }
  const asPlan = plan.safeParse(value);
  if (asPlan.success) return { files: asPlan.data.flatMap((step) => step.files) };
  const asTree = nested.safeParse(value);
  if (!asTree.success)
    return { reason: 'not an export of `sf data export tree`: neither {"records": [{"attributes": {"type": ...}}]} nor a plan', line: 1 };
  const lines = new LineFinder(text);
  return { records: asTree.data.records.map((record) => toRecord(record, lines)) };
}

function toRecord({ attributes, ...rest }: Nested, lines: LineFinder): TreeRecord {
  const record: TreeRecord = {
    type: attributes.type,
    reference: attributes.referenceId,
    line: lines.of(attributes.referenceId),
    fields: {},
    children: [],
  };
  for (const [name, value] of Object.entries(rest)) {
    const below = nested.safeParse(value);
    if (below.success)
      record.children.push(...below.data.records.map((child) => ({ ...toRecord(child, lines), parentField: `${attributes.type}Id` })));
    else record.fields[name] = value;
  }
  return record;
}

/** Lines of reference ids, found in one walk through the text. */
class LineFinder {
  readonly #lines = new Map<string, number>();
  constructor(text: string) {
    for (const [number, line] of text.split('\n').entries()) {
      for (const found of line.matchAll(/"referenceId"\s*:\s*"([^"]+)"/g))
        if (found[1] !== undefined && !this.#lines.has(found[1])) this.#lines.set(found[1], number + 1);
    }
  }
  of(reference: string | undefined): number | undefined {
    return reference === undefined ? undefined : this.#lines.get(reference);
  }
}

/** V8 names the position, or shows the ten characters before the bad one and some after it, or nothing for a text that ends too early. */
function unreadable(text: string, message: string): { reason: string; line?: number } {
  const position = /at position (\d+)/.exec(message)?.[1];
  const shown = /, (\.\.\.)?"([\s\S]*)"(\.\.\.)? is not valid JSON$/.exec(message);
  const around = shown?.[2] === undefined ? -1 : text.indexOf(shown[2]) + (shown[1] === undefined ? 0 : 10);
  const end = position !== undefined ? Number(position) : around >= 0 ? around : text.length;
  return { reason: `not JSON: ${message.replace(/\s+/g, ' ')}`, line: text.slice(0, end).split('\n').length };
}
