/** What tokens and passwords look like wherever they might stand: three-part tokens, ours, bearer headers, basic headers, form fields. */
const shapes: readonly [RegExp, string][] = [
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, '[token]'],
  [/\blr1\.[0-9a-f-]{36}\.\d+\.[A-Za-z0-9_-]+/g, '[token]'],
  [/\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]+/g, '[token]'],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{6,}/gi, '$1 [token]'],
  [
    /\b(access_token|refresh_token|id_token|client_secret|client_assertion|password|code_verifier|secret|apikey)(["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi,
    '$1$2[secret]',
  ],
  // An authorization code in an address; "code: 429" in a sentence is none.
  [/([?&]code=)[^\s"'&]+/g, '$1[secret]'],
  // A password inside an address: postgres://user:password@host
  [/(\w+:\/\/[^\s:/@]+:)[^\s@/]+@/g, '$1[secret]@'],
];

/** A text without what must never be logged. The last line of defence: nothing should bring it here in the first place. */
export const scrub = (text: string): string => shapes.reduce((clean, [shape, instead]) => clean.replace(shape, instead), text);
