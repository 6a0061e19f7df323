import type { WebSignIn } from '../../core/host/index.ts';

/** Share of the screen, in percent. */
const size = { height: 60, width: 30 };

/**
 * Sign-in in Office's own dialog, which exists on every host. Its first page must be ours (callback.html#go=...); that goes on to the
 * sign-in, comes back to the same page, and tells the pane the address it came back with.
 */
export const dialogSignIn = (): WebSignIn => {
  const returnTo = new URL('callback.html', location.href).href.replace(/[?#].*$/, '');
  return {
    returnTo,
    run: (url) =>
      new Promise((resolve) => {
        const first = `${returnTo}#go=${encodeURIComponent(url)}`;
        Office.context.ui.displayDialogAsync(first, size, ({ status, value: dialog }) => {
          if (status !== Office.AsyncResultStatus.Succeeded) return resolve(undefined);
          dialog.addEventHandler(Office.EventType.DialogMessageReceived, (said) => {
            dialog.close();
            resolve('message' in said && said.origin === location.origin ? said.message : undefined);
          });
          dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve(undefined));
        });
      }),
  };
};
