import type { LaneRun } from './lane-run.ts';

/** Whether the settings are others than those that were last applied (never yet: a first run, or the first after an update). */
export function settingsChanged({ customization }: LaneRun): boolean {
  return customization !== undefined && customization.mark !== customization.appliedMark;
}
