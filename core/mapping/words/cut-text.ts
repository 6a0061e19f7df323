/** Ends a text that Salesforce cannot hold whole. Recognised on the way back, so that a cut copy never replaces the whole (isCut). */
export const cutMark = '\n[… cut here: the whole text is in Outlook]';
/** Ends a cut value of one line. */
export const cutDots = '…';

/** The text, or as much of it as fits into `max` UTF-16 units with the mark. Cutting twice changes nothing. */
export function cutText(text: string, max: number, mark: string = cutMark): string {
  if (text.length <= max) return text;
  return text.slice(0, wholeCharacter(text, max - mark.length)).trimEnd() + mark;
}

export function isCut(text: string): boolean {
  return text.endsWith(cutMark);
}

const joining = /^(?:\p{M}|\p{Emoji_Modifier}|\u200d)/u;

/** The last place up to `end` that splits neither a surrogate pair nor a letter from its accents, nor an emoji from its parts. */
function wholeCharacter(text: string, end: number): number {
  const earliest = Math.max(0, end - 32);
  for (let at = end; at > earliest; at--) {
    const next = text.codePointAt(at) ?? 0;
    const insidePair = next >= 0xdc00 && next <= 0xdfff;
    if (!insidePair && !joining.test(String.fromCodePoint(next)) && text[at - 1] !== '\u200d') return at;
  }
  const next = text.codePointAt(end) ?? 0;
  return next >= 0xdc00 && next <= 0xdfff ? end - 1 : end;
}
