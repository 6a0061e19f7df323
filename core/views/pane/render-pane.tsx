import { render } from 'preact';
import type { Cache } from '../../cache/index.ts';
import type { Host } from '../../host/index.ts';
import { AccountMenu, Header, Surface } from '../shell/index.ts';
import { ServiceForm, SignInForm } from '../sign-in/index.ts';
import { MyMailbox } from './my-mailbox.tsx';

/** Chrome's side panel and Outlook's task pane: one column from 320 px on. */
export const renderPane = (host: Host, cache: Cache, into: Element): void => {
  const framed = (screen: preact.ComponentChildren) => (
    <>
      <Header />
      <main class="shell-body">{screen}</main>
    </>
  );
  render(
    <Surface
      host={host}
      cache={cache}
      noService={(refresh) => framed(<ServiceForm current={undefined} onConnected={refresh} />)}
      signedOut={(service, refresh, ended) => framed(<SignInForm service={service} onSignedIn={refresh} ended={ended} />)}
    >
      {(control) => (
        <>
          <Header heading>
            <AccountMenu onSignOut={control.signOut} />
          </Header>
          <main class="shell-body">
            <MyMailbox />
          </main>
        </>
      )}
    </Surface>,
    into,
  );
};
