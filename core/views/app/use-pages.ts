import { useRef } from 'preact/hooks';
import type { Client, LiveEvent } from '../../contract/client/index.ts';
import type { Resource } from './resource.ts';
import { useResource } from './use-app.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface Listed<T> {
  items: T[];
  /** Whether the service has more than these. */
  more: boolean;
}

export interface Pages<T> extends Pick<Resource<Listed<T>>, 'shown' | 'trouble' | 'load'> {
  items: readonly T[];
  more: boolean;
  showMore(): Promise<void>;
}

export type PageQuery = { limit: number; cursor?: string };

/** The largest page of the service. */
const largest = 200;

/**
 * A list that is shown piece by piece. More is asked for by asking for a longer list from its beginning: what came in front meanwhile pushes
 * nothing out between two pieces. `size`: how many at first, and how many more each time.
 */
export const usePages = <T>(
  key: string,
  ask: (client: Client, query: PageQuery) => Promise<Page<T>>,
  touchedBy: (event: LiveEvent) => boolean,
  size = 25,
): Pages<T> => {
  const wanted = useRef(size);
  const load = async (client: Client): Promise<Listed<T>> => {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const limit: number = Math.min(largest, wanted.current - items.length);
      const page: Page<T> = await ask(client, cursor === null ? { limit } : { limit, cursor });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null && items.length < wanted.current);
    return { items, more: cursor !== null };
  };
  const resource = useResource(`${key} in pages`, load, touchedBy);
  return {
    shown: resource.shown,
    trouble: resource.trouble,
    load: resource.load,
    items: resource.shown.value?.value.items ?? [],
    more: resource.shown.value?.value.more ?? false,
    showMore: () => {
      wanted.current += size;
      return resource.load();
    },
  };
};
