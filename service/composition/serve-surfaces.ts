import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Hosts in whose frames Outlook shows the pane (Outlook on the web, new and classic Outlook, consumer domains for tests by people). */
const outlook = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.cloud.microsoft',
  'https://*.officeapps.live.com',
  'https://outlook.live.com',
];
const self = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

export interface SurfacePages {
  web: string;
  taskpane: string;
}

/** The console for any browser at /console/, Outlook's pages at /taskpane/, office.js for installations without Microsoft's CDN at /office-js/. */
export function serveSurfaces(pages: SurfacePages, identity: string): Hono {
  const app = new Hono();
  const officeJs = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
  const connect = `connect-src 'self' ${new URL(identity).origin}`;
  app.get('/console', (context) => context.redirect('/console/'));
  app.get('/taskpane', (context) => context.redirect('/taskpane/taskpane.html'));
  app.get('/', (context) => context.redirect('/console/'));
  app.get('/console/*', policy(`${self}; ${connect}; frame-ancestors 'none'`), files('/console', pages.web));
  app.get(
    '/taskpane/*',
    policy(`${self}; script-src 'self' https://appsforoffice.microsoft.com; ${connect}; frame-ancestors ${outlook.join(' ')}`),
    files('/taskpane', pages.taskpane),
  );
  app.get('/office-js/*', files('/office-js', officeJs));
  return app;
}

function policy(contentSecurityPolicy: string) {
  return async (context: import('hono').Context, next: () => Promise<void>) => {
    await next();
    context.res.headers.set('content-security-policy', contentSecurityPolicy);
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('referrer-policy', 'no-referrer');
  };
}

function files(prefix: string, folder: string) {
  const known = existsSync(folder);
  const serve = serveStatic({
    root: folder,
    rewriteRequestPath: (path) => (path === `${prefix}/` ? '/index.html' : path.slice(prefix.length)),
  });
  return async (context: import('hono').Context, next: () => Promise<void>) => {
    if (!known) return context.text(`These pages are not built. Run "npm run build" and start again (${join(folder)} is missing).`, 503);
    return serve(context, next);
  };
}
