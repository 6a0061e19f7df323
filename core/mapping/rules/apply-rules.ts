import type { Fields, FieldValue, MappingRule, PairRule } from '../../model/index.ts';
import type { FieldRule, LeftOut, MapContext, ObjectMap, Reading } from '../object-map.ts';
import { cleanText } from '../words/clean-text.ts';
import { cutDots, cutText } from '../words/cut-text.ts';
import { type OutlookExtra, outlookExtras } from './outlook-extras.ts';
import { standardTargets } from './standard-targets.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** A pair, and how Outlook's half is read: by itself, or with the standard fields where it is one of them. */
interface Pair extends PairRule {
  extra: OutlookExtra | null;
}

/**
 * The map of one organization: the standard map with its rules laid over it. Without rules it is the standard map itself. Rules that name
 * what this version does not know (they were checked when they were saved) are passed over.
 */
export function applyRules(map: ObjectMap, rules: readonly MappingRule[]): ObjectMap {
  if (rules.length === 0) return map;
  const pairs = pairsOf(map, rules);
  const moved = movesOf(map, rules);
  const constants = rules.filter((rule) => rule.kind === 'constant');
  const fields = fieldsOf(map, rules, pairs);
  // A create names every field, also those that a rule keeps from going there.
  const allowed = withoutThose(map, fields);
  return {
    ...map,
    fields,
    fromOutlook: (raw, context) => readExtras(map.fromOutlook(raw, context), raw, pairs),
    fromSalesforce: (raw, context) => readPairs(map.fromSalesforce(moveBack(raw, moved), context), raw, pairs),
    toOutlook: (all, whole, context) => {
      const changed = allowed(all, 'up');
      return { ...map.toOutlook(changed, whole, context), ...writeExtras(changed, whole, pairs) };
    },
    toSalesforce: (all, whole, context) => {
      const changed = allowed(all, 'down');
      return {
        ...move(map.toSalesforce(changed, whole, context), moved),
        ...writePairs(changed, whole, pairs),
        ...(isCreate(map, all, whole) ? Object.fromEntries(constants.map(({ salesforce, value }) => [salesforce, value])) : {}),
      };
    },
    leftOut: (side, all, whole, context: MapContext) => {
      const changed = allowed(all, side === 'outlook' ? 'up' : 'down');
      const more = side === 'outlook' ? barred(changed, whole, pairs) : tooLong(changed, whole, pairs);
      return [...map.leftOut(side, changed, whole, context), ...more];
    },
    salesforceFields: [
      ...new Set([...map.salesforceFields.map((name) => moved.get(name) ?? name), ...pairs.map(({ salesforce }) => salesforce)]),
    ],
    outlookSelect: map.outlookSelect && [...new Set([...map.outlookSelect, ...pairs.flatMap(({ extra }) => extra?.property ?? [])])],
  };
}

function pairsOf(map: ObjectMap, rules: readonly MappingRule[]): Pair[] {
  return rules.flatMap((rule) => {
    if (rule.kind !== 'pair') return [];
    const extra = outlookExtras[map.kind].find(({ name }) => name === rule.outlook) ?? null;
    const held = map.fields.some(({ name, held }) => name === rule.outlook && held === 'outlook');
    return extra || held ? [{ ...rule, extra, travels: extra?.travels === 'up' ? 'up' : rule.travels }] : [];
  });
}

/** Salesforce's standard name -> the field that an organization keeps it in. */
function movesOf(map: ObjectMap, rules: readonly MappingRule[]): ReadonlyMap<string, string> {
  return new Map(
    rules.flatMap((rule) => {
      const standard = rule.kind === 'target' ? standardTargets[map.kind].get(rule.field) : undefined;
      return standard && rule.kind === 'target' ? [[standard.salesforce, rule.salesforce] as const] : [];
    }),
  );
}

function fieldsOf(map: ObjectMap, rules: readonly MappingRule[], pairs: readonly Pair[]): FieldRule[] {
  const directions = new Map(rules.flatMap((rule) => (rule.kind === 'direction' ? [[rule.field, rule.travels] as const] : [])));
  const paired = new Map(pairs.map((pair) => [pair.outlook, pair]));
  const standard = map.fields.map((field): FieldRule => {
    const travels = directions.get(field.name);
    const pair = paired.get(field.name);
    if (pair) return { ...field, held: 'both', travels: pair.travels };
    if (travels === 'none') return { ...field, held: 'outlook' };
    // What one side cannot take by nature (the name of an account) no rule makes possible.
    return travels === undefined || field.travels !== 'both' ? field : { ...field, travels };
  });
  const extras = pairs.filter(({ extra }) => extra).map(({ outlook, travels }): FieldRule => ({ name: outlook, held: 'both', travels }));
  return [...standard, ...extras];
}

/** Leaves out the fields that travel the other way only, by a rule. What the map itself does not write, it knows. */
function withoutThose(map: ObjectMap, fields: readonly FieldRule[]) {
  const standard = new Map(map.fields.map((field) => [field.name, field]));
  const ruled = fields.filter((field) => standard.get(field.name) !== field);
  return (changed: readonly string[], wrongWay: 'up' | 'down'): readonly string[] => {
    const bars = new Set(ruled.filter(({ held, travels }) => held !== 'both' || travels === wrongWay).map(({ name }) => name));
    return bars.size === 0 ? changed : changed.filter((name) => !bars.has(name));
  };
}

function readExtras(reading: Reading, raw: unknown, pairs: readonly Pair[]): Reading {
  if (!reading.ok) return reading;
  const item = (raw ?? {}) as Record_;
  // A private item says nothing more here than it says in its standard fields.
  const hidden = reading.fields.isPrivate === true;
  const extras = pairs.flatMap(({ extra, outlook }) => (extra ? [[outlook, hidden ? null : extra.read(item[extra.property])]] : []));
  return { ...reading, fields: { ...reading.fields, ...Object.fromEntries(extras) } };
}

/** A field that Salesforce did not send is hidden from this user: unknown, not empty. */
function readPairs(reading: Reading, raw: unknown, pairs: readonly Pair[]): Reading {
  if (!reading.ok) return reading;
  const record = (raw ?? {}) as Record_;
  const shown = pairs.filter(({ salesforce }) => record[salesforce] !== undefined);
  return {
    ...reading,
    fields: { ...reading.fields, ...Object.fromEntries(shown.map((pair) => [pair.outlook, fieldValue(record[pair.salesforce])])) },
  };
}

function fieldValue(value: unknown): FieldValue {
  if (typeof value === 'string') return cleanText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function move(body: Record<string, unknown>, moved: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [moved.get(name) ?? name, value]));
}

function moveBack(raw: unknown, moved: ReadonlyMap<string, string>): unknown {
  if (moved.size === 0 || typeof raw !== 'object' || raw === null) return raw;
  const record = raw as Record_;
  return { ...record, ...Object.fromEntries([...moved].map(([standard, kept]) => [standard, record[kept]])) };
}

function writeExtras(changed: readonly string[], whole: Fields, pairs: readonly Pair[]): Record<string, unknown> {
  const bars = barred(changed, whole, pairs).map(({ field }) => field);
  const body: Record<string, unknown> = {};
  for (const { extra, outlook } of pairs) {
    if (extra?.travels === 'both' && wants(changed, whole, outlook) && !bars.includes(outlook)) body[extra.property] = whole[outlook];
  }
  return body;
}

function writePairs(changed: readonly string[], whole: Fields, pairs: readonly Pair[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { outlook, salesforce, max, cut } of pairs) {
    if (!wants(changed, whole, outlook)) continue;
    const value = whole[outlook] ?? null;
    if (typeof value !== 'string' || value.length <= max) body[salesforce] = value;
    else if (cut) body[salesforce] = cutText(value, max, cutDots);
  }
  return body;
}

function tooLong(changed: readonly string[], whole: Fields, pairs: readonly Pair[]): LeftOut[] {
  return pairs.flatMap(({ outlook, salesforce, max, cut }) => {
    const value = whole[outlook];
    if (cut || !wants(changed, whole, outlook) || typeof value !== 'string' || value.length <= max) return [];
    const message = `Salesforce's ${salesforce} holds ${max} characters, this has ${value.length}: shorten it in Outlook`;
    return [{ field: outlook, reason: 'field-too-long' as const, message, required: false }];
  });
}

/** What a private item says is known to Salesforce as empty: it must not be written over in Outlook. */
function barred(changed: readonly string[], whole: Fields, pairs: readonly Pair[]): LeftOut[] {
  if (whole.isPrivate !== true || changed.includes('isPrivate')) return [];
  const message = 'This appointment is private in Outlook: its words are not known to Salesforce and stay as they are';
  return pairs
    .filter(({ extra, outlook }) => extra && changed.includes(outlook))
    .map(({ outlook }) => ({ field: outlook, reason: 'private' as const, message, required: false }));
}

const wants = (changed: readonly string[], whole: Fields, name: string): boolean => changed.includes(name) && whole[name] !== undefined;

/** A create names every field there is. */
function isCreate(map: ObjectMap, changed: readonly string[], whole: Fields): boolean {
  return map.fields.every(({ name, held }) => held !== 'both' || whole[name] === undefined || changed.includes(name));
}
