import type { MappingRule } from '../../model/index.ts';
import type { ObjectMap } from '../object-map.ts';
import { outlookExtras } from './outlook-extras.ts';
import { standardTargets } from './standard-targets.ts';

/** A field of the org, as its describe tells it. */
export interface SalesforceField {
  name: string;
  label: string;
  /** "string", "textarea", "picklist", "boolean", ... */
  type: string;
  /** UTF-16 units; 0 where the type has no length. */
  length: number;
  createable: boolean;
  updateable: boolean;
  custom: boolean;
}

export interface RuleTrouble {
  /** Place in the list of rules, from 0. */
  at: number;
  what: string;
  todo: string;
}

const texts = ['string', 'textarea', 'picklist', 'combobox', 'multipicklist'];
/** Half a number or address is a wrong one. */
const whole = ['phone', 'url', 'email'];

/**
 * Checks the rules of one object against the org and against each other. Answers them with what the describe adds (lengths), or every
 * trouble that was found: none is left for a session to stumble over.
 */
export function checkRules(
  map: ObjectMap,
  rules: readonly MappingRule[],
  org: readonly SalesforceField[],
): { ok: true; rules: MappingRule[] } | { ok: false; troubles: RuleTrouble[] } {
  const troubles: RuleTrouble[] = [];
  const fields = new Map(org.map((field) => [field.name, field]));
  const checked = rules.map((rule, at) => {
    const { trouble, rule: complete } = checkRule(map, rule, fields);
    if (trouble) troubles.push({ at, ...trouble });
    return complete;
  });
  troubles.push(...twice(map, rules));
  return troubles.length > 0 ? { ok: false, troubles } : { ok: true, rules: checked };
}

type Trouble = Omit<RuleTrouble, 'at'>;
interface Checked {
  rule: MappingRule;
  trouble?: Trouble | undefined;
}

function checkRule(map: ObjectMap, rule: MappingRule, org: ReadonlyMap<string, SalesforceField>): Checked {
  if (rule.kind === 'direction') return { rule, trouble: checkDirection(map, rule) };
  const field = org.get(rule.salesforce);
  if (!field) {
    const todo = 'Take the API name from Salesforce (Setup, Object Manager); if it is there, let the connected user see it.';
    return { rule, trouble: { what: `${map.sobject} has no field "${rule.salesforce}" that this user sees`, todo } };
  }
  if (rule.kind === 'constant') return { rule, trouble: checkConstant(rule.value, field) };
  return rule.kind === 'target' ? { rule, trouble: checkTarget(map, rule.field, field) } : checkPair(map, rule, field);
}

function checkDirection(map: ObjectMap, rule: Extract<MappingRule, { kind: 'direction' }>): Trouble | undefined {
  const field = map.fields.find(({ name, held }) => name === rule.field && held === 'both');
  const names = map.fields.filter(({ held }) => held === 'both').map(({ name }) => name);
  if (!field) return { what: `There is no pair "${rule.field}"`, todo: `Name one of: ${names.join(', ')}.` };
  if (field.travels !== 'both' && rule.travels !== field.travels && rule.travels !== 'none')
    return { what: `"${rule.field}" can only travel ${field.travels}`, todo: `Choose "${field.travels}" or "none".` };
  if (rule.travels === 'none' && ['surname', 'when', 'isPrivate'].includes(rule.field))
    return { what: `Without "${rule.field}" no record can be made or none is safe`, todo: 'Choose a direction for it.' };
  return undefined;
}

function checkTarget(map: ObjectMap, name: string, field: SalesforceField): Trouble | undefined {
  const targets = standardTargets[map.kind];
  const standard = targets.get(name);
  if (!standard) return { what: `"${name}" always stands in its own field`, todo: `Move one of: ${[...targets.keys()].join(', ')}.` };
  if (![...texts, ...whole].includes(field.type)) return wrongType(field);
  if (field.length < standard.max)
    return { what: `${field.name} holds ${field.length} characters, "${name}" needs ${standard.max}`, todo: 'Choose a longer field.' };
  return writable(field);
}

function checkPair(map: ObjectMap, rule: Extract<MappingRule, { kind: 'pair' }>, field: SalesforceField): Checked {
  const extras = outlookExtras[map.kind];
  const extra = extras.find(({ name }) => name === rule.outlook);
  const held = map.fields.filter((one) => one.held === 'outlook').map(({ name }) => name);
  if (!extra && !held.includes(rule.outlook)) {
    const todo = `Name one of: ${[...extras.map(({ name }) => name), ...held].join(', ')}.`;
    return { rule, trouble: { what: `Outlook's "${rule.outlook}" is not among what can be paired`, todo } };
  }
  if (extra?.travels === 'up' && rule.travels !== 'up')
    return { rule, trouble: { what: `"${rule.outlook}" can only travel up, to Salesforce`, todo: 'Choose "up".' } };
  if (![...texts, ...whole].includes(field.type)) return { rule, trouble: wrongType(field) };
  const complete = { ...rule, max: field.length || 255, cut: texts.includes(field.type) };
  return { rule: complete, trouble: rule.travels === 'down' ? undefined : writable(field) };
}

function checkConstant(value: string | number | boolean, field: SalesforceField): Trouble | undefined {
  const kind = typeof value;
  const fits =
    kind === 'boolean'
      ? field.type === 'boolean'
      : kind === 'number'
        ? ['int', 'double', 'currency', 'percent'].includes(field.type)
        : [...texts, ...whole, 'date', 'datetime', 'reference'].includes(field.type) &&
          (field.length === 0 || String(value).length <= field.length);
  if (!fits)
    return {
      what: `${field.name} (${field.type}) does not take this ${kind}`,
      todo: 'Give a value of the type of the field, not longer than it.',
    };
  return field.createable ? undefined : { what: `${field.name} cannot be set when a record is made`, todo: 'Choose another field.' };
}

const wrongType = (field: SalesforceField): Trouble => ({
  what: `${field.name} is a field of type "${field.type}", which holds no text`,
  todo: `Choose a field of type ${[...texts, ...whole].join(', ')}.`,
});

const writable = (field: SalesforceField): Trouble | undefined =>
  field.createable && field.updateable
    ? undefined
    : { what: `This user may not write ${field.name}`, todo: 'Give the user write access to the field, or choose another one.' };

/** Two rules for one thing, and two things in one field, which would overwrite each other for ever. */
function twice(map: ObjectMap, rules: readonly MappingRule[]): RuleTrouble[] {
  const moved = new Set(
    rules.flatMap((rule) => (rule.kind === 'target' ? (standardTargets[map.kind].get(rule.field)?.salesforce ?? []) : [])),
  );
  const taken = new Set(map.salesforceFields.filter((name) => !moved.has(name)));
  const said = new Set<string>();
  return rules.flatMap((rule, at) => {
    const subject = rule.kind === 'pair' ? rule.outlook : rule.kind === 'constant' ? rule.salesforce : rule.field;
    const name = `${rule.kind === 'constant' || rule.kind === 'pair' ? 'extra' : rule.kind} ${subject}`;
    if (said.has(name)) return [{ at, what: `There is another rule for "${subject}"`, todo: 'Keep one of them.' }];
    said.add(name);
    if (rule.kind === 'direction') return [];
    if (taken.has(rule.salesforce))
      return [{ at, what: `${rule.salesforce} is kept in step with something else already`, todo: 'Choose another field.' }];
    taken.add(rule.salesforce);
    return [];
  });
}
