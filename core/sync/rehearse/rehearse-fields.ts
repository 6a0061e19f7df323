import type { FieldRule } from '../../mapping/index.ts';
import type { Fields, FieldValue, Link } from '../../model/index.ts';
import { mergeFields } from '../plan/merge-fields.ts';
import { titleOf } from '../plan/title-of.ts';

export interface RehearsedPair {
  link: Pick<Link, 'baseOutlook' | 'baseSalesforce'>;
  outlook: Fields;
  salesforce: Fields;
}

export interface FieldRehearsal {
  field: string;
  up: number;
  down: number;
  /** Both sides say something else and never agreed: the rule of conflicts would decide. */
  conflicts: number;
  examples: { title: string | null; outlook: FieldValue; salesforce: FieldValue }[];
}

const mostExamples = 5;

/** What the first sync under other field rules would write to pairs that are linked already, field by field. Pure. */
export function rehearseFields(rules: readonly FieldRule[], pairs: readonly RehearsedPair[]): FieldRehearsal[] {
  const byField = new Map<string, FieldRehearsal>();
  for (const { link, outlook, salesforce } of pairs) {
    const merge = mergeFields({ rules, outlook, salesforce, ...link, winner: () => 'ask' });
    const note = (field: string, what: 'up' | 'down' | 'conflicts') => {
      const entry = byField.get(field) ?? { field, up: 0, down: 0, conflicts: 0, examples: [] };
      byField.set(field, entry);
      entry[what] += 1;
      const example = { title: titleOf(outlook) ?? null, outlook: outlook[field] ?? null, salesforce: salesforce[field] ?? null };
      if (entry.examples.length < mostExamples) entry.examples.push(example);
    };
    for (const field of merge.up) note(field, 'up');
    for (const field of merge.down) note(field, 'down');
    for (const { field } of merge.conflicts) note(field, 'conflicts');
  }
  return [...byField.values()];
}
