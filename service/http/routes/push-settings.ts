import type { Directory } from '../ports/index.ts';
import { type ChangeResult, changeSetting, type SettingChange, type SettingDesk } from './change-setting.ts';
import { findTarget, type PushTarget } from './push-target.ts';

export interface Push {
  changes: readonly SettingChange[];
  /** Also take back what single users of the target set for themselves. */
  replaceOwn: boolean;
}

export interface PushResult extends ChangeResult, PushTarget {
  name: string;
  /** Users of the target, and those for whom a value of their own still holds. */
  users: number;
  ownValues: number;
}

interface PushDesk extends SettingDesk {
  directory: Pick<
    Directory,
    'settings' | 'putSetting' | 'deleteSetting' | 'user' | 'group' | 'organization' | 'groupsOf' | 'ownSettings' | 'dropOwnSettings'
  >;
}

/** All changes to one target, each with its result; undefined where the target is gone. A dry run changes nothing. */
export async function pushTo(desk: PushDesk, target: PushTarget, { changes, replaceOwn }: Push): Promise<PushResult[] | undefined> {
  const { directory, wall, dryRun } = desk;
  const place = await findTarget(directory, wall, target);
  if (place === undefined) return undefined;
  const results: PushResult[] = [];
  for (const [index, change] of changes.entries()) {
    const result = await changeSetting(desk, place, change, `body.changes.${index}`);
    const replaces = replaceOwn && target.level !== 'user' && result.result !== 'refused';
    if (replaces && !dryRun) await directory.dropOwnSettings(wall, place.customerId, target, change.key, desk.act(place.customerId));
    results.push({ ...target, name: place.name, ...result, ...(await directory.ownSettings(wall, target, change.key)) });
  }
  return results;
}
