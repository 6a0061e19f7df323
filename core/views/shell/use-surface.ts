import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Cache } from '../../cache/index.ts';
import type { Host } from '../../host/index.ts';
import { loadLanguage, pickLocale } from '../../text/index.ts';
import { type App, createApp, sendWaiting } from '../app/index.ts';
import { connectService, type Service } from '../connect/index.ts';

/** What stands between opening a surface and its screens. */
export type SurfaceState =
  | { kind: 'opening' }
  | { kind: 'no-service' }
  /** `ended`: the service no longer took the sign-in; nobody signed out. */
  | { kind: 'signed-out'; service: Service; ended: boolean }
  | { kind: 'ready'; app: App };

export interface SurfaceControl {
  state: SurfaceState;
  /** Looks again at where the service is and who is signed in. */
  refresh(): void;
  signOut(): Promise<void>;
  /** The sign-in was refused for good: what was known goes, the clicks that wait stay. */
  signInEnded(): Promise<void>;
}

const open = async (host: Host, cache: Cache, before: SurfaceState): Promise<SurfaceState> => {
  const [address] = await Promise.all([host.service.get(), loadLanguage(pickLocale(host.languages))]);
  if (address === undefined) return { kind: 'no-service' };
  const service =
    'service' in before && before.service.address === address
      ? before.service
      : before.kind === 'ready' && before.app.service.address === address
        ? before.app.service
        : connectService(host, address);
  let account = await service.signIn.current();
  if (account === undefined && (await service.silently())) account = await service.signIn.current();
  if (account === undefined) return { kind: 'signed-out', service, ended: before.kind === 'signed-out' && before.ended };
  if (before.kind === 'ready' && before.app.account.accountId === account.accountId && before.app.service === service) return before;
  const app = createApp(host, service, cache, account);
  // Not waited for: the first paint comes from the cache. It sets the clock of a sandbox right.
  void service.health().then(
    ({ mode }) => {
      app.sandbox.value = mode === 'sandbox';
    },
    () => undefined,
  );
  void sendWaiting(app);
  host.onOnlineChanged(() => {
    if (host.online()) void sendWaiting(app);
  });
  return { kind: 'ready', app };
};

/** Follows service address and sign-in, of this page and of the others of its surface. */
export const useSurface = (host: Host, cache: Cache): SurfaceControl => {
  const [state, setState] = useState<SurfaceState>({ kind: 'opening' });
  const refresh = useCallback((): void => {
    setState((before) => {
      void open(host, cache, before).then((next) => {
        if (before.kind === 'ready' && next !== before) before.app.stop();
        setState(next);
      });
      return before;
    });
  }, [host, cache]);
  useEffect(() => {
    refresh();
    const stops = [
      host.service.onChanged(refresh),
      host.storage.onChanged((key) => {
        if (key === 'sign-in') refresh();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [host, refresh]);
  const leave = async (ended: boolean): Promise<void> => {
    if (state.kind !== 'ready') return;
    const { app } = state;
    app.stop();
    await app.service.signOut();
    await app.cache.forget(app.account.accountId, ended ? 'keep-clicks' : 'and-clicks');
    setState({ kind: 'signed-out', service: app.service, ended });
  };
  return { state, refresh, signOut: () => leave(false), signInEnded: () => leave(true) };
};
