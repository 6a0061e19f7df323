import { z } from 'zod';

const sobjectField = z.string().regex(/^[A-Za-z]\w{0,79}$/, 'must be the API name of a Salesforce field, as "Nickname__c"');
const field = z.string().min(1).max(80);

/** A pair that Lockstep brings along travels in one direction only, or not at all. */
const direction = z.strictObject({ kind: z.literal('direction'), field, travels: z.enum(['both', 'up', 'down', 'none']) });
/** A pair that Lockstep brings along is kept in another field of Salesforce. */
const target = z.strictObject({ kind: z.literal('target'), field, salesforce: sobjectField });
/** One more pair: an Outlook property that Lockstep does not keep in step by itself, and a field of Salesforce. */
const pair = z.strictObject({
  kind: z.literal('pair'),
  outlook: field,
  salesforce: sobjectField,
  travels: z.enum(['both', 'up', 'down']),
  /** What the field holds, in UTF-16 units; filled in from the org's describe when the rule is saved. */
  max: z.int().positive().max(131_072).default(255),
  /** True: a longer text is shortened with a mark. False (numbers, addresses): it is left out and said. */
  cut: z.boolean().default(true),
});
/** A value that every record gets which Lockstep makes in Salesforce. */
const constant = z.strictObject({
  kind: z.literal('constant'),
  salesforce: sobjectField,
  value: z.union([z.string().max(255), z.number(), z.boolean()]),
});

/** How an organization keeps fields other than Lockstep does by itself. Who wins a field that both sides changed is a setting of its own. */
export const mappingRule = z.discriminatedUnion('kind', [direction, target, pair, constant]);
export type MappingRule = z.infer<typeof mappingRule>;
export type PairRule = Extract<MappingRule, { kind: 'pair' }>;

export const mappingRules = z.array(mappingRule).max(100);
