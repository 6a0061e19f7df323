import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Client, LiveEvent } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';
import { type Locale, pickLocale, type Speak, translate, type Words } from '../../text/index.ts';
import type { App } from './create-app.ts';
import { createResource, type Resource } from './resource.ts';

export const HostContext = createContext<Host | undefined>(undefined);
export const AppContext = createContext<App | undefined>(undefined);

const given = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`${name} is missing around this view`);
  return value;
};

export const useHost = (): Host => given(useContext(HostContext), 'HostContext');
export const useApp = (): App => given(useContext(AppContext), 'AppContext');
export const useLocale = (): Locale => pickLocale(useHost().languages);

export const useText = <K extends string>(words: Words<K>): Speak<K> => {
  const locale = useLocale();
  return useMemo(() => translate(words, locale), [words, locale]);
};

/** The service's time, told again every so many milliseconds, and at once when `every` changes. */
export const useNow = (every: number): number => {
  const app = useApp();
  const [, tick] = useState(0);
  useEffect(() => app.host.clock.every(every, () => tick((count) => count + 1)), [app, every]);
  return app.service.now();
};

/** How often a screen asks while the live stream is broken. */
const pollEvery = 15_000;

/**
 * A resource for as long as the screen stands: asked now, again when a live event touches it, and every 15 s where events do not come.
 * `key` names it in the cache; another key is another thing.
 */
export const useResource = <T>(key: string, ask: (client: Client) => Promise<T>, touchedBy: (event: LiveEvent) => boolean): Resource<T> => {
  const app = useApp();
  const resource = useMemo(() => createResource(app, key, ask), [app, key]);
  useEffect(() => {
    void resource.load();
    const stops = [
      app.feed.subscribe((event) => {
        if (touchedBy(event)) void resource.load();
      }),
      app.host.clock.every(pollEvery, () => {
        if (!app.feed.live.value) void resource.load();
      }),
      app.host.onVisible((visible) => {
        if (visible) void resource.load();
      }),
      app.host.onOnlineChanged(() => void resource.load()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [app, resource]);
  return resource;
};
