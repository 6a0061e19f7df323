import { type ComponentChildren, render } from 'preact';
import type { Cache } from '../../cache/index.ts';
import type { Host } from '../../host/index.ts';
import { Header, Surface } from '../shell/index.ts';
import { ServiceForm, SignInForm } from '../sign-in/index.ts';
import { Console } from './console.tsx';
import './console.css';

const Centred = ({ children }: { children: ComponentChildren }) => (
  <>
    <Header />
    <main class="console-sign-in">{children}</main>
  </>
);

/** The console on a page of its own: in the extension and at /console of the service. */
export const renderConsole = (host: Host, cache: Cache, into: Element): void =>
  render(
    <Surface
      host={host}
      cache={cache}
      noService={(refresh) => (
        <Centred>
          <ServiceForm current={undefined} onConnected={refresh} />
        </Centred>
      )}
      signedOut={(service, refresh, ended) => (
        <Centred>
          <SignInForm service={service} onSignedIn={refresh} ended={ended} />
        </Centred>
      )}
    >
      {(control) => <Console control={control} />}
    </Surface>,
    into,
  );
