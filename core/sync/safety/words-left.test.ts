import { expect, it } from 'vitest';
import { wordsLeft } from './words-left.ts';

const redacted = { subject: 'Private appointment', location: null, description: null, when: 'now', isPrivate: true };

it('names every word that a private meeting may not say, those of an organization’s own fields too', () => {
  const record = { subject: 'Merger', location: null, description: 'Bring the papers', project: 'Blue', isPrivate: false };
  expect(wordsLeft(record, redacted)).toEqual(['subject', 'description', 'project', 'isPrivate']);
});

it('is content with the redacted record, whenever it is, and knows nothing of a record that nobody has read', () => {
  expect(wordsLeft({ ...redacted, when: 'later', showAs: 'busy' }, redacted)).toEqual([]);
  expect(wordsLeft(null, redacted)).toEqual([]);
});
