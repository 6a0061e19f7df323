import type { MappedObject, Rule } from './rule.ts';

/** A rule as a form holds it: texts only, and nothing chosen yet is "". */
export interface RuleDraft {
  kind: Rule['kind'];
  outlook: string;
  travels: string;
  salesforce: string;
  value: string;
}

export const emptyDraft: RuleDraft = { kind: 'pair', outlook: '', travels: 'both', salesforce: '', value: '' };

export const toDraft = (rule: Rule): RuleDraft => ({
  ...emptyDraft,
  kind: rule.kind,
  ...('field' in rule ? { outlook: rule.field } : {}),
  ...('outlook' in rule ? { outlook: rule.outlook } : {}),
  ...('travels' in rule ? { travels: rule.travels } : {}),
  ...('salesforce' in rule ? { salesforce: rule.salesforce } : {}),
  ...('value' in rule ? { value: String(rule.value) } : {}),
});

const numbers = ['int', 'double', 'currency', 'percent'];

/** Which control a fixed value wants, by the type of the field it goes to. */
export const valueControl = (object: MappedObject, salesforce: string): 'text' | 'number' | 'yes-no' => {
  const type = object.salesforceFields.find(({ name }) => name === salesforce)?.type ?? 'string';
  if (type === 'boolean') return 'yes-no';
  return numbers.includes(type) ? 'number' : 'text';
};

export const toRule = (draft: RuleDraft, object: MappedObject): Rule => {
  const { kind, outlook, salesforce, value } = draft;
  const travels = draft.travels as 'both' | 'up' | 'down';
  if (kind === 'direction') return { kind, field: outlook, travels: draft.travels as 'both' | 'up' | 'down' | 'none' };
  if (kind === 'target') return { kind, field: outlook, salesforce };
  if (kind === 'pair') return { kind, outlook, salesforce, travels };
  const control = valueControl(object, salesforce);
  return { kind, salesforce, value: control === 'yes-no' ? value === 'true' : control === 'number' ? Number(value) : value };
};
