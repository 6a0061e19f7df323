import { browserParts, type Host, type WebSignIn, webStorage } from '../../core/host/index.ts';

/** Name of the channel on which the page of return tells its address. */
export const signInChannel = 'lockstep-sign-in';

/** Sign-in in a window of its own. It tells its address by a channel: the provider's pages cut the tie to the window that opened them. */
const windowSignIn = (): WebSignIn => ({
  returnTo: new URL('callback.html', document.baseURI).href,
  run: (url) =>
    new Promise((resolve) => {
      const opened = window.open(url, '_blank', 'popup,width=520,height=680');
      if (opened === null) return resolve(undefined);
      const channel = new BroadcastChannel(signInChannel);
      const finish = (answer: string | undefined): void => {
        channel.close();
        clearInterval(watch);
        resolve(answer);
      };
      channel.onmessage = ({ data }) => finish(String(data));
      const watch = setInterval(() => {
        if (opened.closed) finish(undefined);
      }, 500);
    }),
});

/** Any browser: the page comes from the service, and the sign-in ends with the tab. */
export const webHost = (): Host => ({
  ...browserParts(),
  surface: 'web',
  version: __LOCKSTEP_VERSION__,
  languages: navigator.languages,
  storage: webStorage(sessionStorage, 'lockstep:'),
  service: { fixed: true, get: async () => location.origin, onChanged: () => () => undefined },
  item: null,
  webSignIn: windowSignIn(),
  nestedSignIn: null,
  theme: () => null,
  onThemeChanged: () => () => undefined,
  openConsole: null,
  openPanel: null,
  update: null,
});
