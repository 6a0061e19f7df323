/** The languages of every text. English first: it is what a message falls back to. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** The words of one feature: the same keys in every language. Messages are written as format-message.ts says. */
export type Words<K extends string = string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

type German<K extends string> = () => Promise<{ de: Readonly<Record<K, string>> }>;
const notLoaded = new Set<() => Promise<void>>();

/**
 * One feature's words. English stands in the page at once; German is a file of its own, so that a surface carries one language only. It
 * must have exactly the keys of the English; the compiler holds us to it.
 */
export const words = <K extends string>(en: Readonly<Record<K, string>>, german: German<NoInfer<K>>): Words<K> => {
  const made = { en, de: en };
  notLoaded.add(async () => {
    made.de = (await german()).de;
  });
  return made;
};

/** Before the first word is shown. What cannot be fetched now stays English, rather than a blank page, and is asked for the next time. */
export const loadLanguage = async (locale: Locale): Promise<void> => {
  if (locale === 'en') return;
  const load = async (one: () => Promise<void>): Promise<void> => {
    await one();
    notLoaded.delete(one);
  };
  await Promise.allSettled([...notLoaded].map(load));
};

/** The best of our languages for what a browser or Outlook asks for ("de-AT", "en-GB"). */
export const pickLocale = (wanted: readonly string[]): Locale => {
  for (const tag of wanted) {
    const found = locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);
    if (found !== undefined) return found;
  }
  return 'en';
};
