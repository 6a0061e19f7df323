import { refused, SalesforceError } from '../salesforce-error.ts';
import type { ObjectType, Row, Value } from '../schema/index.ts';
import type { Org } from './org.ts';
import type { DuplicateRule, ValidationRule } from './settings.ts';
import type { Writer } from './writer.ts';

/** The customer's own validation rules: what is true of the record is refused with the rule's text. */
export function checkValidationRules(org: Org, type: ObjectType, next: Row): void {
  for (const rule of org.settings.validationRules) {
    if (rule.object.toLowerCase() !== type.name.toLowerCase() || !holds(rule, next, type)) continue;
    throw refused('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, rule.errorField ? [rule.errorField] : []);
  }
}

function holds(rule: ValidationRule, next: Row, type: ObjectType): boolean {
  const name = type.byName.get(rule.field.toLowerCase())?.name ?? rule.field;
  const found = next[name] ?? null;
  const text = String(found ?? '').toLowerCase();
  const wanted = String(rule.value ?? '').toLowerCase();
  switch (rule.operator) {
    case 'blank':
      return found === null;
    case 'not-blank':
      return found !== null;
    case 'equals':
      return text === wanted;
    case 'not-equals':
      return text !== wanted;
    case 'contains':
      return text.includes(wanted);
    case 'starts-with':
      return text.startsWith(wanted);
    case 'longer-than':
      return text.length > Number(rule.value);
    default:
      return found !== null && beyond(found, rule);
  }
}

function beyond(found: Value, rule: ValidationRule): boolean {
  const value = rule.value ?? 0;
  const less = typeof found === 'number' ? found < Number(value) : String(found) < String(value);
  const same = typeof found === 'number' ? found === Number(value) : String(found) === String(value);
  return rule.operator === 'less-than' ? less : !less && !same;
}

/** Duplicate rules: alert may be overridden by the request's header, block may not. */
export function checkDuplicates(org: Org, type: ObjectType, id: string | undefined, changed: Row, next: Row, writer: Writer): void {
  for (const rule of org.settings.duplicateRules) {
    if (rule.object.toLowerCase() !== type.name.toLowerCase()) continue;
    if (rule.action === 'alert' && writer.allowDuplicates) continue;
    if (!rule.fields.some((name) => name in changed)) continue;
    const matches = findMatches(org, type, id, rule, next);
    if (matches.length > 0) throw duplicatesDetected(type, rule, matches);
  }
}

function findMatches(org: Org, type: ObjectType, id: string | undefined, rule: DuplicateRule, next: Row): Row[] {
  const key = (row: Row, name: string) => String(row[name] ?? '').toLowerCase();
  if (rule.fields.some((name) => key(next, name) === '')) return [];
  const indexed = rule.fields.find((name) => type.byName.get(name.toLowerCase())?.indexed);
  const candidates = indexed ? org.store(type).withValue(indexed, key(next, indexed)) : [...org.store(type).rows()];
  return candidates.filter(
    (row) => row.Id !== id && row.IsDeleted !== true && rule.fields.every((name) => key(row, name) === key(next, name)),
  );
}

function duplicatesDetected(type: ObjectType, rule: DuplicateRule, matches: Row[]): SalesforceError {
  const message =
    rule.action === 'alert'
      ? 'Use one of these records?'
      : "You're creating a duplicate record. We recommend you use an existing record instead.";
  const matchRecords = matches.map((row) => ({
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100,
    record: { attributes: { type: type.name, url: `/services/data/v62.0/sobjects/${type.name}/${row.Id}` }, Id: row.Id },
  }));
  const duplicateResult = {
    allowSave: rule.action === 'alert',
    duplicateRule: rule.name,
    duplicateRuleEntityType: type.name,
    errorMessage: message,
    matchResults: [
      {
        entityType: type.name,
        errors: [],
        matchEngine: 'ExactMatchEngine',
        matchRecords,
        rule: `${rule.name}_Match`,
        size: matches.length,
        success: true,
      },
    ],
  };
  return new SalesforceError(400, 'DUPLICATES_DETECTED', message, [], { duplicateResult });
}
