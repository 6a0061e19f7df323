import { z } from 'zod';
import type { FieldValue, ObjectKind } from '../../model/index.ts';
import { cleanLine } from '../words/clean-text.ts';

/** An Outlook property that Lockstep does not keep in step by itself, but can where an organization asks for it. */
export interface OutlookExtra {
  /** In Lockstep's words, as FieldRule.name. */
  name: string;
  /** Graph's property, for $select and for reading. */
  property: string;
  /** `up`: Outlook's word alone counts; writing it back would change more than a field (categories, the people of a meeting). */
  travels: 'both' | 'up';
  /** Null for what is not there or not understood. */
  read(value: unknown): FieldValue;
}

const line = (name: string, property = name): OutlookExtra => ({ name, property, travels: 'both', read: text });
const upward = (name: string, property: string, read: OutlookExtra['read']): OutlookExtra => ({ name, property, travels: 'up', read });

const text = (value: unknown): FieldValue => (typeof value === 'string' ? cleanLine(value) : null);

const words = z.array(z.string());
/** Sorted, as a list that Exchange gives in another order is no edit. */
const list = (value: unknown): FieldValue => {
  const read = words.safeParse(value);
  const parts = read.success ? read.data.flatMap((word) => cleanLine(word) ?? []) : [];
  return parts.sort().join('; ') || null;
};

const person = z.object({ emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }) });
const organizer = (value: unknown): FieldValue => {
  const read = person.safeParse(value);
  return read.success ? (cleanLine(read.data.emailAddress.address) ?? cleanLine(read.data.emailAddress.name)) : null;
};
const people = (value: unknown): FieldValue => {
  const read = z.array(person).safeParse(value);
  return read.success ? list(read.data.map(({ emailAddress: { name, address } }) => name || address || '')) : null;
};
const joinUrl = (value: unknown): FieldValue => {
  const read = z.object({ joinUrl: z.string() }).safeParse(value);
  return read.success ? cleanLine(read.data.joinUrl) : null;
};
const response = (value: unknown): FieldValue => {
  const read = z.object({ response: z.string() }).safeParse(value);
  return read.success && read.data.response !== 'none' ? read.data.response : null;
};

const categories = upward('categories', 'categories', list);

/** Per object, what a `pair` rule may name beside the standard fields that only Outlook holds (second address, middle name). */
export const outlookExtras: Readonly<Record<ObjectKind, readonly OutlookExtra[]>> = {
  contact: [
    line('salutation', 'title'),
    line('nickName'),
    line('initials'),
    line('generation'),
    line('office', 'officeLocation'),
    line('profession'),
    line('manager'),
    line('spouse', 'spouseName'),
    line('website', 'businessHomePage'),
    upward('children', 'children', list),
    upward('imAddresses', 'imAddresses', list),
    categories,
  ],
  event: [
    line('importance'),
    categories,
    upward('organizer', 'organizer', organizer),
    upward('attendees', 'attendees', people),
    upward('joinUrl', 'onlineMeeting', joinUrl),
    upward('response', 'responseStatus', response),
  ],
  task: [categories],
  // A mail is written once, whole, and has no mapping of its own.
  email: [],
};
