import { type Facts, itemKey, type ObjectKind, type Observation, type Side } from '../../model/index.ts';
import type { RawItem } from '../ports/provider.ts';
import { isoNow, type LaneRun } from './lane-run.ts';
import { translate } from './translate.ts';

const batch = 500;
/** What this user may not see is asked for once a day: shared again, no stamp would tell. */
const unseenFor = 86_400_000;

/**
 * Room 7, the confirming desk: "removed" is a hint until a look-up by id says so. Graph reports events outside the window and items moved
 * there and back as removed, an empty listing "removes" everything; none of that survives this desk. A look-up that fails proves nothing.
 * Answers of which objects something was removed in Outlook.
 */
export async function confirmRemovals(run: LaneRun): Promise<ReadonlySet<ObjectKind>> {
  const tried = new Set<string>();
  const objects = new Set<ObjectKind>();
  const unseenSince = new Date(run.clock.now() - unseenFor).toISOString();
  for (;;) {
    const hints = (await run.store.unconfirmed(run.lane, batch, unseenSince)).filter((hint) => !tried.has(itemKey(hint)));
    if (hints.length === 0) return objects;
    for (const hint of hints) if (hint.side === 'outlook') objects.add(hint.object);
    for (const hint of hints) tried.add(itemKey(hint));
    for (const side of ['outlook', 'salesforce'] as const) {
      const mine = hints.filter((hint) => hint.side === side);
      if (mine.length > 0) await lookUp(run, side, mine);
    }
  }
}

async function lookUp(run: LaneRun, side: Side, all: readonly Observation[]): Promise<void> {
  const over = await endedSeries(run, all);
  const hints = all.filter(({ facts }) => !over.has(facts.seriesId ?? ''));
  const answers = hints.length > 0 ? await run.providers[side].get(hints) : [];
  const byKey = new Map(hints.map((hint) => [itemKey(hint), hint]));
  const proven = all.filter(({ facts }) => over.has(facts.seriesId ?? '')).map((hint) => ({ ...hint, removed: true, confirmed: true }));
  for (const answer of answers) {
    const hint = byKey.get(itemKey({ ...answer, side }));
    if (hint && answer.error?.code === 'not-visible') proven.push({ ...hint, facts: { ...hint.facts, unseenAt: isoNow(run) } });
    if (!hint || answer.error) continue;
    if (answer.item && !answer.item.removed) proven.push(translate(run, side, answer.object, answer.item));
    else proven.push({ ...hint, facts: factsOf(hint, answer.item), removed: true, confirmed: true });
  }
  await run.store.saveLookups(run.lane, proven, isoNow(run));
}

/** What a look-up tells beside the removal: a record that was merged into another one is not simply gone. */
const factsOf = ({ facts }: Observation, item: RawItem | null): Facts =>
  item?.mergedInto === undefined ? facts : { ...facts, mergedInto: item.mergedInto };

/** Where several meetings of a series are missing, one look at the series may prove all of them gone. */
async function endedSeries(run: LaneRun, hints: readonly Observation[]): Promise<ReadonlySet<string>> {
  const bySeries = Map.groupBy(
    hints.filter(({ facts }) => facts.seriesId !== undefined),
    ({ facts }) => facts.seriesId ?? '',
  );
  const asked = [...bySeries].flatMap(([remoteId, group]) => (group.length > 1 ? [{ object: 'event' as const, remoteId }] : []));
  const looks = asked.length > 0 ? await run.providers.outlook.get(asked) : [];
  return new Set(looks.flatMap(({ item, error, remoteId }) => (item === null && error === null ? [remoteId] : [])));
}
