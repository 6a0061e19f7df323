import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { shellText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { Button, Icon } from '../parts/index.ts';
import { SandboxBadge } from './sandbox-badge.tsx';

/** Who is signed in, the console, and the way out. A native popover: Escape and a click outside close it. */
export const AccountMenu = ({ onSignOut, children }: { onSignOut: () => Promise<void>; children?: ComponentChildren }) => {
  const app = useApp();
  const t = useText(shellText);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // preact/compat is not here: these two attributes are set as they are named in HTML.
    opener.current?.setAttribute('popovertarget', `${id}-menu`);
    panel.current?.setAttribute('popover', 'auto');
  }, [id]);
  const { openConsole } = app.host;
  return (
    <>
      <SandboxBadge />
      <span class="push" />
      {children}
      <button ref={opener} type="button" class="button subtle icon-only" aria-label={t('menu')} title={t('menu')}>
        <Icon name="more" />
      </button>
      <div ref={panel} id={`${id}-menu`} class="menu">
        <p class="small quiet">{t('signed-in-as', { email: app.account.email })}</p>
        <p class="small quiet">{t('service-at', { address: new URL(app.service.address).host })}</p>
        {openConsole === null ? null : (
          <Button look="subtle" icon="open" onPress={() => openConsole('#/')}>
            {t('open-console')}
          </Button>
        )}
        <Button look="subtle" onPress={() => void onSignOut()}>
          {t('sign-out')}
        </Button>
      </div>
    </>
  );
};
