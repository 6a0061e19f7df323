import type { FieldRule } from '../../mapping/index.ts';
import type { Fields, FieldValue, Side } from '../../model/index.ts';

export interface MergeInput {
  rules: readonly FieldRule[];
  outlook: Fields;
  salesforce: Fields;
  /** Null before the first agreement: then only equality and emptiness tell. */
  baseOutlook: Fields | null;
  baseSalesforce: Fields | null;
  /** Who wins a field that both changed to different values; `ask`: a person decides, until then both keep theirs. */
  winner(field: string): Winner;
}

export type Winner = Side | 'ask';

export interface FieldConflict {
  field: string;
  outlook: FieldValue;
  salesforce: FieldValue;
  winner: Winner;
}

export interface Merge {
  /** Fields whose Outlook value goes to Salesforce. */
  up: readonly string[];
  down: readonly string[];
  /** Fields that both sides changed to the same value: agreed again without a write. */
  agreed: readonly string[];
  conflicts: readonly FieldConflict[];
}

/** The three-way merge, field by field. Pure; the exhaustive table is in merge-fields.test.ts. */
export function mergeFields(input: MergeInput): Merge {
  const up: string[] = [];
  const down: string[] = [];
  const agreed: string[] = [];
  const conflicts: FieldConflict[] = [];
  for (const rule of input.rules) {
    if (rule.held !== 'both') continue;
    const outcome = mergeField(input, rule);
    if (outcome === 'agreed') agreed.push(rule.name);
    else if (outcome === 'up') up.push(rule.name);
    else if (outcome === 'down') down.push(rule.name);
    else if (outcome === 'conflict') {
      const winner = input.winner(rule.name);
      conflicts.push({ field: rule.name, outlook: value(input.outlook, rule), salesforce: value(input.salesforce, rule), winner });
      if (winner !== 'ask') (winner === 'outlook' ? up : down).push(rule.name);
    }
  }
  return { up, down, agreed, conflicts };
}

type Outcome = 'none' | 'agreed' | 'up' | 'down' | 'conflict';

function mergeField(input: MergeInput, rule: FieldRule): Outcome {
  // What a side did not show (a field hidden from this user) is unknown, not empty: it neither travels nor is overwritten.
  if (input.outlook[rule.name] === undefined || input.salesforce[rule.name] === undefined) return 'none';
  const outlook = value(input.outlook, rule);
  const salesforce = value(input.salesforce, rule);
  const moved = movement(input, rule, outlook, salesforce);
  if (moved === 'none') return 'none';
  if (outlook === salesforce) return 'agreed';
  if (moved === 'conflict' && rule.travels !== 'both') return rule.travels;
  if ((moved === 'up' && rule.travels === 'down') || (moved === 'down' && rule.travels === 'up')) return 'none';
  return moved;
}

function movement(input: MergeInput, rule: FieldRule, outlook: FieldValue, salesforce: FieldValue): 'none' | 'up' | 'down' | 'conflict' {
  const bases = [input.baseOutlook?.[rule.name], input.baseSalesforce?.[rule.name]];
  // Never agreed on: the first merge, or a pair of fields that the organization has added since.
  if (!input.baseOutlook || !input.baseSalesforce || bases.every((base) => base === undefined)) {
    if (outlook === salesforce) return 'none';
    if (outlook === null) return 'down';
    if (salesforce === null) return 'up';
    return 'conflict';
  }
  // A field missing from a base was never agreed on that side (a first merge whose write is still to come): it counts as changed.
  const outlookChanged = outlook !== input.baseOutlook[rule.name];
  const salesforceChanged = salesforce !== input.baseSalesforce[rule.name];
  if (outlookChanged && salesforceChanged) return 'conflict';
  if (outlookChanged) return 'up';
  return salesforceChanged ? 'down' : 'none';
}

function value(fields: Fields, rule: FieldRule): FieldValue {
  return fields[rule.name] ?? null;
}

/** The names of the kept-in-step fields in which an item differs from the base of its side. */
export function changedFields(rules: readonly FieldRule[], fields: Fields, base: Fields | null): string[] {
  const shown = rules.filter((rule) => rule.held === 'both' && fields[rule.name] !== undefined);
  return shown.filter((rule) => !base || fields[rule.name] !== base[rule.name]).map((rule) => rule.name);
}
