import { useState } from 'preact/hooks';
import { shellText, summaryText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { Button, later, Skeleton, TroubleStrip } from '../parts/index.ts';
import { useMe } from '../shell/index.ts';
import { Summary } from '../summary/index.ts';

// What a popup shows first depends on who opens it: the rest is fetched when it is asked for, so that each opens with its own half only.
const tabContents = () => import('./tab-contents.ts');
const OrganizationsTab = later(async () => (await tabContents()).OrganizationsTab);
const FindUser = later(async () => (await tabContents()).FindUser);
const StatusCard = later(async () => (await import('./own-mailbox.ts')).StatusCard);

const tabs = ['overview', 'organizations', 'find'] as const;
type Tab = (typeof tabs)[number];

/** The administrator's half: summary, organizations, and finding a user to sync. */
const Administration = ({ maySwitchOrganizations }: { maySwitchOrganizations: boolean }) => {
  const app = useApp();
  const t = useText(summaryText);
  const [tab, setTab] = useState<Tab>('overview');
  const open = (place: string): void => app.host.openConsole?.(place);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? 'overview';
    setTab(next);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="stack">
      <div role="tablist" aria-label={t('tabs')} class="tabs" onKeyDown={move}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls="tab-panel"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => setTab(one)}
          >
            {t(one)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'overview' ? (
          <Summary most={3} onOpenUser={(user) => open(`#/users/${user.id}`)} onShowState={(state) => open(`#/users?state=${state}`)} />
        ) : null}
        {tab === 'organizations' ? <OrganizationsTab maySwitch={maySwitchOrganizations} /> : null}
        {tab === 'find' ? <FindUser onOpen={(user) => open(`#/users/${user.id}`)} /> : null}
      </div>
    </div>
  );
};

/** The toolbar popup: my own mailbox for a user, all mailboxes for who looks after them. */
export const Popup = () => {
  const app = useApp();
  const t = useText(shellText);
  const s = useText(summaryText);
  const me = useMe();
  const shown = me.shown.value;
  const trouble = me.trouble.value;
  const may = new Set(shown?.value.may ?? []);
  const mine = shown?.value.mailboxes[0];
  const { openPanel, openConsole } = app.host;
  return (
    <>
      <main class="shell-body popup-body">
        {trouble === undefined || trouble.kind === 'signed-out' ? null : (
          <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void me.load()} />
        )}
        {shown === undefined && trouble === undefined ? <Skeleton lines={[84, 120]} /> : null}
        {may.has('summary.read') ? <Administration maySwitchOrganizations={may.has('organization.update')} /> : null}
        {!may.has('summary.read') && mine !== undefined ? (
          <StatusCard user={mine} rememberedAt={shown?.remembered ? shown.at : undefined} onChanged={() => void me.load()} maySwitch />
        ) : null}
        {shown !== undefined && !may.has('summary.read') && mine === undefined ? <p>{t('no-mailbox')}</p> : null}
      </main>
      <footer class="popup-foot">
        {openPanel === null ? null : (
          <Button look="subtle" icon="panel" onPress={() => void openPanel()}>
            {s('open-panel')}
          </Button>
        )}
        {openConsole === null ? null : (
          <Button look="subtle" icon="open" onPress={() => openConsole('#/users')}>
            {s('open-console')}
          </Button>
        )}
      </footer>
    </>
  );
};
