import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { NestedSignIn } from './surfaces-client.ts';

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

export interface SurfaceAddresses {
  publicUrl: string | null;
  identity: string;
  /** Where the pane may sign in by Outlook itself; undefined where the installation is not registered. */
  nested: NestedSignIn | undefined;
}

/** The console for any browser at /console/, Outlook's pages at /taskpane/, office.js for installations without Microsoft's CDN at /office-js/. */
export function serveSurfaces(pages: SurfacePages, { publicUrl, ...sign }: SurfaceAddresses): Hono {
  const app = new Hono();
  const officeJs = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
  const origins = [publicUrl, sign.identity].filter((url) => url !== null).map((url) => new URL(url).origin);
  const connect = `connect-src 'self' ${[...new Set(origins)].join(' ')}`;
  app.get('/console', (context) => context.redirect('/console/'));
  app.get('/taskpane', (context) => context.redirect('/taskpane/taskpane.html'));
  app.get('/', (context) => context.redirect('/console/'));
  app.get('/console/*', policy(`${self}; ${connect}; frame-ancestors 'none'`), files('/console', pages.web));
  // Before the files: it is configuration, and nothing that was built.
  app.get('/taskpane/config.json', (context) => {
    context.header('cache-control', 'no-store');
    if (!sign.nested) return context.json({ error: 'The add-in is not registered in Entra ID: sign in with a password.' }, 404);
    return context.json(sign.nested);
  });
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
