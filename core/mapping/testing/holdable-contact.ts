import fc from 'fast-check';
import type { Fields } from '../../model/index.ts';
import { contactFields } from '../contact/fields.ts';
import { cleanLine, cleanText } from '../words/clean-text.ts';

const kept = contactFields.filter(({ held }) => held === 'both').map(({ name }) => name);
const line = (max: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => cleanLine(text))
    .filter((text) => (text?.length ?? 0) <= max);
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((value) => cleanText(value.replaceAll('x', '\n')));
const email = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,10}$/), fc.stringMatching(/^[a-z0-9]{1,10}$/))
  .map(([user, host]) => `${user}@${host}.example`);
const date = fc
  .date({ min: new Date('1700-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
  .filter((day) => !day.startsWith('1604'));

/** A contact that both sides can hold whole. */
export const holdableContact: fc.Arbitrary<Fields> = fc.record(
  Object.fromEntries(
    kept.map((name): [string, fc.Arbitrary<string | null>] => {
      const max = contactFields.find((field) => field.name === name)?.salesforce?.max ?? 40;
      if (name === 'email') return [name, fc.option(email)];
      if (name === 'birthday') return [name, fc.option(date)];
      if (name === 'surname') return [name, line(max).map((value) => value ?? 'Doe')];
      return [name, name === 'notes' || name.endsWith('Street') ? text : line(max)];
    }),
  ),
);
