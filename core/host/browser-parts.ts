import type { Host, HostClock } from './host.ts';

type BrowserParts = Pick<
  Host,
  | 'clock'
  | 'fetch'
  | 'newKey'
  | 'randomBytes'
  | 'sha256'
  | 'exclusive'
  | 'channel'
  | 'online'
  | 'onOnlineChanged'
  | 'onVisible'
  | 'openUrl'
  | 'copy'
>;

const listen = (target: EventTarget, names: readonly string[], listener: () => void) => {
  for (const name of names) target.addEventListener(name, listener);
  return () => {
    for (const name of names) target.removeEventListener(name, listener);
  };
};

const clock: HostClock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      if (signal instanceof AbortSignal) {
        signal.addEventListener(
          'abort',
          () => {
            clearTimeout(timer);
            resolve();
          },
          { once: true },
        );
      }
    }),
  every: (milliseconds, tick) => {
    const timer = setInterval(tick, milliseconds);
    return () => clearInterval(timer);
  },
};

/** The parts of a host that every page of a browser can offer alike. */
export const browserParts = (): BrowserParts => ({
  clock,
  fetch: (url, init) => fetch(url, init as RequestInit),
  newKey: () => crypto.randomUUID(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sha256: async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  // Web Locks are missing in the oldest web views: then the page is alone with itself, which is still better than no sign-in.
  exclusive: (name, act, signal) =>
    'locks' in navigator ? (navigator.locks.request(name, signal === undefined ? {} : { signal }, act) as ReturnType<typeof act>) : act(),
  channel: (name, hear) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => hear(data);
    return { tell: (said) => channel.postMessage(said), close: () => channel.close() };
  },
  online: () => navigator.onLine,
  onOnlineChanged: (listener) => listen(globalThis as unknown as EventTarget, ['online', 'offline'], listener),
  onVisible: (listener) =>
    typeof document === 'undefined'
      ? () => undefined
      : listen(document, ['visibilitychange'], () => listener(document.visibilityState === 'visible')),
  openUrl: (url) => {
    // Only what a browser shows as a page: a record's address comes from another system.
    if (/^https?:/.test(url)) window.open(url, '_blank', 'noopener');
  },
  copy: (text) => navigator.clipboard.writeText(text),
});
