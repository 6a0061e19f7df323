import { useCallback, useEffect, useState } from 'preact/hooks';
import { shellText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { Skeleton, TroubleStrip } from '../parts/index.ts';
import { AccountMenu, Header, type SurfaceControl, useMe } from '../shell/index.ts';
import { ConsolePage } from './console-page.tsx';
import { NavigationIcon } from './navigation-icon.tsx';
import { type Place, readPlace } from './read-place.ts';

const usePlace = (): Place => {
  const [place, setPlace] = useState(() => readPlace(location.hash));
  useEffect(() => {
    const hear = (): void => setPlace(readPlace(location.hash));
    window.addEventListener('hashchange', hear);
    return () => window.removeEventListener('hashchange', hear);
  }, []);
  return place;
};

interface NavigationProps {
  place: Place['page'];
  administers: boolean;
  manyCustomers: boolean;
  grouping: boolean;
  hasMailbox: boolean;
}

const lists = ['customers', 'users', 'organizations', 'groups', 'settings', 'my-sync'] as const;
type ListPage = (typeof lists)[number];

/** To which list a page belongs. */
const listOf: Partial<Record<Place['page'], string>> = {
  user: 'users',
  session: 'users',
  organization: 'organizations',
  group: 'groups',
  customer: 'customers',
  push: 'settings',
};

const Navigation = ({ place, administers, manyCustomers, grouping, hasMailbox }: NavigationProps) => {
  const t = useText(shellText);
  const items: readonly [page: ListPage, shown: boolean][] = [
    ['customers', manyCustomers],
    ['users', administers],
    ['organizations', administers],
    ['groups', grouping],
    ['settings', administers],
    ['my-sync', hasMailbox],
  ];
  const current = listOf[place] ?? place;
  return (
    <nav class="console-nav" aria-label={t('navigation')}>
      <ul>
        {items
          .filter(([, shown]) => shown)
          .map(([page]) => (
            <li key={page}>
              <a href={`#/${page}`} aria-current={page === current ? 'page' : undefined}>
                <NavigationIcon page={page} />
                {t(page)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
};

const Live = () => {
  const app = useApp();
  const t = useText(shellText);
  const live = app.feed.live.value;
  return (
    <span class="live small" role="status">
      <span class={`live-dot ${live ? 'on' : ''}`} aria-hidden="true" />
      {t(live ? 'live' : 'not-live')}
    </span>
  );
};

/** Where the address names no page: users for who looks after some, else my own sync. */
const settled = (place: Place, administers: boolean): Place => {
  if (place.page !== 'start') return place;
  return administers ? { page: 'users', query: '', state: undefined } : { page: 'my-sync' };
};

/** The console: the administration panel and my own sync, for the extension's page and any browser. */
export const Console = ({ control }: { control: SurfaceControl }) => {
  const t = useText(shellText);
  const me = useMe();
  const shown = me.shown.value;
  const trouble = me.trouble.value;
  const may = new Set<string>(shown?.value.may ?? []);
  const administers = may.has('summary.read');
  // Whoever looks after one customer only has nothing to choose from.
  const manyCustomers =
    may.has('customer.read') && (shown?.value.account.grants ?? []).some(({ role }) => role === 'partner' || role === 'platform-admin');
  const place = settled(usePlace(), administers);
  const setTitle = useCallback(
    (page: string) => {
      document.title = t('page-title', { page });
    },
    [t],
  );
  const { page } = place;
  useEffect(() => {
    const list = lists.find((one) => one === page);
    if (list !== undefined) setTitle(t(list));
  }, [page, setTitle, t]);
  return (
    <div class="console">
      <button type="button" class="skip button" onClick={() => document.getElementById('content')?.focus()}>
        {t('skip-to-content')}
      </button>
      <Header>
        <AccountMenu onSignOut={control.signOut}>
          <Live />
        </AccountMenu>
      </Header>
      <Navigation
        place={page}
        administers={administers}
        manyCustomers={manyCustomers}
        grouping={may.has('group.read')}
        hasMailbox={(shown?.value.mailboxes.length ?? 0) > 0}
      />
      <main id="content" class="console-main" tabIndex={-1}>
        {trouble === undefined || trouble.kind === 'signed-out' || shown !== undefined ? null : (
          <TroubleStrip trouble={trouble} onRetry={() => void me.load()} />
        )}
        {shown === undefined && trouble === undefined ? <Skeleton lines={[28, 40, 40, 40]} /> : null}
        {shown === undefined ? null : <ConsolePage place={place} may={may} onTitle={setTitle} />}
      </main>
    </div>
  );
};
