import { isoNow, type LaneRun } from './lane-run.ts';
import { translate } from './translate.ts';

const batch = 500;

/**
 * Items that somebody asked to be tried again are read anew first, and only they: what was mended on the other side (a right, a rule, a field
 * that could not be read) changes no version, so that no listing would bring it. A look-up that fails leaves them to the next run.
 */
export async function refreshAsked(run: LaneRun): Promise<void> {
  const asked = await run.store.askedFor(run.lane, batch);
  for (const side of ['outlook', 'salesforce'] as const) {
    const mine = asked.filter((item) => item.side === side);
    if (mine.length === 0) continue;
    const looks = await run.providers[side].get(mine);
    const seen = looks.flatMap((look) => {
      if (look.error) return [];
      const gone = { remoteId: look.remoteId, version: '', raw: null, removed: true, confirmed: true };
      return [translate(run, side, look.object, look.item ?? gone)];
    });
    await run.store.saveLookups(run.lane, seen, isoNow(run));
  }
}
