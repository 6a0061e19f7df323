import { type Customizer, resolveSettings, settingsMark, settingValues, wantedPieces } from '../../core/customization/index.ts';
import type {
  ClaimedLane,
  LaneCustomization,
  LaneRun,
  LaneStore,
  PreviewReads,
  SyncPolicy,
  Tally,
  UndoBooks,
} from '../../core/sync/index.ts';
import type { LaneParts } from './lane-parts.ts';
import { mapContext } from './map-context.ts';
import type { LaneMaps } from './maps-of.ts';
import type { LaneFacts, OpenProviders } from './ports.ts';
import { readWindow } from './read-window.ts';

export interface OpenLane extends LaneMaps {
  lane: ClaimedLane;
  facts: LaneFacts;
  policy: SyncPolicy;
  providers: OpenProviders;
  stop: AbortSignal;
  parked?: LaneRun['parked'];
  tally: Tally;
}

type Parts = Pick<LaneParts, 'store' | 'clock' | 'ids' | 'hash'>;

/** Everything that a sync, a preview or an undo of one mailbox works with. */
export function makeLaneRun(parts: Parts, open: OpenLane): LaneRun & { store: LaneStore & PreviewReads & UndoBooks } {
  const { facts, policy, providers } = open;
  return {
    lane: open.lane,
    store: parts.store,
    providers,
    maps: open.maps,
    shapes: open.shapes,
    mapContext: mapContext(parts.hash, facts),
    taskStatuses: providers.taskStatuses,
    policy,
    customization: customizationOf(parts, facts, providers.customizer),
    readWindow: readWindow(policy.window),
    seriesReach: readWindow(policy.seriesWindow ?? policy.window),
    clock: parts.clock,
    ids: parts.ids,
    stop: open.stop,
    parked: open.parked,
    tally: open.tally,
  };
}

function customizationOf(parts: Parts, facts: LaneFacts, customizer: Customizer | undefined): LaneCustomization {
  const settings = settingValues(resolveSettings(facts.settings));
  const mark = parts.hash(settingsMark(settings));
  return { customizer, wanted: wantedPieces(settings), remembered: facts.pieces, mark, appliedMark: facts.user.settingsMark };
}
