import { useState } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';

export interface Ticks {
  ids: ReadonlySet<string>;
  /** Each the other way round. */
  toggle(ids: readonly string[]): void;
  clear(): void;
}

/** Which users are ticked; undefined where nothing can be done to several. What is filtered away stays ticked and is counted. */
export const useTicks = (may: boolean): Ticks | undefined => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  if (!may) return undefined;
  return {
    ids,
    toggle: (changed) =>
      setIds((before) => new Set([...[...before].filter((id) => !changed.includes(id)), ...changed.filter((id) => !before.has(id))])),
    clear: () => setIds(new Set()),
  };
};

export const tickedOf = (users: readonly User[], ticks: Ticks): User[] => users.filter(({ id }) => ticks.ids.has(id));
