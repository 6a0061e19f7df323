/** The languages of every text. English first: it is what a message falls back to. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** The words of one feature: the same keys in every language. Messages are written as format-message.ts says. */
export type Words<K extends string = string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

/** One feature's words. The second language must have exactly the keys of the first; the compiler holds us to it. */
export const words = <K extends string>(en: Readonly<Record<K, string>>, de: Readonly<Record<NoInfer<K>, string>>): Words<K> => ({
  en,
  de,
});

/** The best of our languages for what a browser or Outlook asks for ("de-AT", "en-GB"). */
export const pickLocale = (wanted: readonly string[]): Locale => {
  for (const tag of wanted) {
    const found = locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (found !== undefined) return found;
  }
  return 'en';
};
