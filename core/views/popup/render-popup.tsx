import { render } from 'preact';
import type { Cache } from '../../cache/index.ts';
import type { Host } from '../../host/index.ts';
import { shellText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import { AccountMenu, Header, Surface } from '../shell/index.ts';
import { Popup } from './popup.tsx';
import './popup.css';

/** A popup closes when it loses the focus: so no form and no sign-in window in it, only the way to where they are. */
const Elsewhere = ({
  host,
  say,
  act,
  place,
}: {
  host: Host;
  say: 'open-to-sign-in' | 'no-service';
  act: 'open-sign-in' | 'set-up';
  place: string;
}) => {
  const t = useText(shellText);
  return (
    <main class="shell-body popup-body">
      <div class="empty">
        <p>{t(say)}</p>
        <Button look="primary" onPress={() => host.openConsole?.(place)}>
          {t(act)}
        </Button>
      </div>
    </main>
  );
};

export const renderPopup = (host: Host, cache: Cache, into: Element): void =>
  render(
    <div class="popup">
      <Surface
        host={host}
        cache={cache}
        noService={() => (
          <>
            <Header heading />
            <Elsewhere host={host} say="no-service" act="set-up" place="#/" />
          </>
        )}
        signedOut={() => (
          <>
            <Header heading />
            <Elsewhere host={host} say="open-to-sign-in" act="open-sign-in" place="#/" />
          </>
        )}
      >
        {(control) => (
          <>
            <Header heading>
              <AccountMenu onSignOut={control.signOut} />
            </Header>
            <Popup />
          </>
        )}
      </Surface>
    </div>,
    into,
  );
