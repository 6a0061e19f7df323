import { z } from 'zod';
import { mappingRules, type SettingLevel, settingLevels } from '../model/index.ts';

export interface SettingKey<T = unknown> {
  schema: z.ZodType<T>;
  default: T;
  /** Where it may be set. */
  levels: readonly SettingLevel[];
}

const key = <T>(schema: z.ZodType<T>, defaultValue: T, levels: readonly SettingLevel[] = settingLevels): SettingKey<T> => ({
  schema,
  default: defaultValue,
  levels,
});

/** Only people who answer for an organization may set it. */
const administrative = ['plan', 'customer', 'organization'] as const satisfies readonly SettingLevel[];

/** Fields are those of a Salesforce org, and an organization stands on one. */
const mapped = ['organization'] as const satisfies readonly SettingLevel[];

/** What sends an item upward (decision 12): everything, those marked (category, folder, Save in the pane), or none by itself. */
const trigger = z.enum(['everything', 'category', 'saved']);
/** Who wins where both sides changed one field (decision 14). */
const conflict = z.enum(['newer', 'outlook', 'salesforce', 'ask']);
/** A hundred years: an imported calendar may be old. */
const days = z.int().min(0).max(36_525);
const domain = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'must be a domain name in lower case, as "example.com"');

/** Every setting there is, with its shape and what holds where nobody set it. */
export const settingKeys = {
  'contact.up': key(z.boolean(), true),
  'contact.down': key(z.boolean(), true),
  'event.up': key(z.boolean(), true),
  'event.down': key(z.boolean(), true),
  'task.up': key(z.boolean(), true),
  'task.down': key(z.boolean(), true),
  'email.up': key(z.boolean(), true),
  'contact.trigger': key(trigger, 'category'),
  'event.trigger': key(trigger, 'category'),
  'task.trigger': key(trigger, 'category'),
  'email.trigger': key(trigger, 'category'),
  /** The Account of a Contact that is made for an Outlook contact: by the company's name, else by the domain of its address, or none. */
  'contact.account': key(z.enum(['off', 'domain']), 'domain'),
  /** Whether a person who is an open Lead stays one until it is converted, or becomes a Contact beside it. */
  'contact.lead': key(z.enum(['wait', 'create']), 'wait'),
  /** The category that marks an item for Salesforce. */
  category: key(z.string().trim().min(1).max(255), 'Salesforce'),
  'event.window.daysBack': key(days, 14),
  'event.window.daysAhead': key(days.min(1), 60),
  /** Whether the first sync of a mailbox waits until its preview is confirmed (decision 10). */
  'activation.preview': key(z.boolean(), true, administrative),
  /** Whether events that were over when synchronization began are taken too. */
  'event.past': key(z.boolean(), false, administrative),
  /** Off: the link ends and both items stay (decision 19). Per object and direction the deletion would travel. */
  'contact.deletions.up': key(z.boolean(), true),
  'contact.deletions.down': key(z.boolean(), true),
  'event.deletions.up': key(z.boolean(), true),
  'event.deletions.down': key(z.boolean(), true),
  'task.deletions.up': key(z.boolean(), true),
  'task.deletions.down': key(z.boolean(), true),
  'email.deletions.up': key(z.boolean(), true),
  'contact.conflict': key(conflict, 'newer'),
  'event.conflict': key(conflict, 'newer'),
  'task.conflict': key(conflict, 'newer'),
  /** Per field, by Lockstep's field names; what is not named follows the object's own rule. */
  'contact.conflict.fields': key(z.record(z.string(), conflict), {}),
  'event.conflict.fields': key(z.record(z.string(), conflict), {}),
  'task.conflict.fields': key(z.record(z.string(), conflict), {}),
  /** A question of the conflict inbox waits so many days; then the newer edit wins, and the other value is kept there. */
  'conflict.deadlineDays': key(z.int().min(1).max(365), 14),
  /** How the organization keeps fields otherwise than Lockstep does by itself; saved through its own route, which asks the org's describe. */
  'contact.mapping': key(mappingRules, [], mapped),
  'event.mapping': key(mappingRules, [], mapped),
  'task.mapping': key(mappingRules, [], mapped),
  /** Constants only: a mail is written once, and nothing of it is kept in step. */
  'email.mapping': key(mappingRules, [], mapped),
  /** Whether a write that mails people may be asked for at all; each one still waits for a yes with its recipients shown. */
  'invitations.allowed': key(z.boolean(), false, administrative),
  /** Beside marked ones: mails with a Contact or Lead on them, unless somebody on them is excluded or all are colleagues. */
  'email.autoSave': key(z.boolean(), false),
  /** Whether mails from before synchronization began are taken too (decision 10). */
  'email.past': key(z.boolean(), false, administrative),
  /** What a saved mail is related to, beside its people. */
  'email.relateTo': key(z.enum(['none', 'account']), 'account'),
  'email.attachments': key(z.boolean(), true),
  /** A larger file stays in Outlook, and the mail says so. Salesforce takes 37.5 MB in one request. */
  'email.attachments.maxMegabytes': key(z.int().min(1).max(37), 10),
  /** Pictures inside the text: signatures and logos, mostly. */
  'email.attachments.inline': key(z.boolean(), false),
  /** The user whose access reads Teams and sites and owns their Events, where a source names no other. */
  'sources.owner': key(z.uuid().nullable(), null, ['organization']),
  /** Whether Teams and sites that are new in the tenant are switched on by themselves (D18). */
  'sources.newTeams': key(z.boolean(), false, ['organization']),
  'sources.newSites': key(z.boolean(), false, ['organization']),
  'exclude.addresses': key(z.array(z.email().toLowerCase()).max(1000), []),
  'exclude.domains': key(z.array(domain).max(1000), []),
  /** The customer's own domains: never people of Salesforce. */
  'internal.domains': key(z.array(domain).max(200), [], ['customer', 'organization']),
} as const satisfies Record<string, SettingKey>;

export type SettingName = keyof typeof settingKeys;
export type Settings = { [K in SettingName]: (typeof settingKeys)[K] extends SettingKey<infer T> ? T : never };
export const isSettingName = (text: string): text is SettingName => Object.hasOwn(settingKeys, text);
