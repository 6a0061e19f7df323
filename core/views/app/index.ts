/// <reference path="../css.d.ts" />
/** What every screen stands on: the account's app, things of the service with their age, words and time. */
export { type App, createApp, type Notice } from './create-app.ts';
export { dropWaiting } from './drop-waiting.ts';
export type { Progress } from './live-feed.ts';
export { createResource, type Resource, type Shown } from './resource.ts';
export { type Sent, send } from './send.ts';
export { sendWaiting } from './send-waiting.ts';
export { AppContext, HostContext, useApp, useHost, useLocale, useNow, useResource, useText } from './use-app.ts';
export { useOpenItem } from './use-open-item.ts';
export { type PageQuery, type Pages, usePages } from './use-pages.ts';
export { useSayTrouble } from './use-say-trouble.ts';
