import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(' ', 'a', '\u00a0', '\ud800', '\u0007', '\u2028', 'é', '😀'), maxLength: 8 }),
);

it('takes the short way only where it comes out as the long one', () => {
  fc.assert(
    fc.property(text, (words) => {
      // A break at the front is trimmed, and takes the long way.
      expect(cleanText(words)).toBe(cleanText(`\n${words}`));
      expect(cleanLine(words)).toBe(cleanLine(`\n${words}`));
    }),
  );
});

it('keeps an emoji and drops half of one, controls and breaks at the ends', () => {
  expect(cleanLine(' 😀 a\tb\r\n')).toBe('😀 a b');
  expect(cleanLine('a\ud800\u0007')).toBe('a\ufffd');
  expect(cleanText('\u00a0a\u00a0b ')).toBe('a b');
});
