import { objectKinds } from '../model/index.ts';

/**
 * What the settings come to, as one text: when it is another than at the last run, collections are discovered, pieces looked at and everything
 * known planned again. Whose access reads Teams changes nothing in a mailbox. The kinds of object count too: a release that brings one more finds its collections at once, not at the next sweep.
 */
export function settingsMark(settings: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(settings)
    .filter(([name]) => !name.startsWith('sources.'))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([objectKinds, ...entries]);
}
