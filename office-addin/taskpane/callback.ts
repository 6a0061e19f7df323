/**
 * The dialog's page. First opened as callback.html#go=<sign-in>, it goes there; the sign-in comes back as callback.html?code=&state=, and
 * that address is told to the pane.
 */
const go = new URLSearchParams(location.hash.slice(1)).get('go');

await Office.onReady();
if (go !== null && /^https?:\/\//.test(go)) location.replace(go);
else Office.context.ui.messageParent(location.href, { targetOrigin: location.origin });

export {};
