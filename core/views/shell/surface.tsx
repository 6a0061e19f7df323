import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Cache } from '../../cache/index.ts';
import type { Host } from '../../host/index.ts';
import { pickLocale, statesText } from '../../text/index.ts';
import { AppContext, HostContext, useText } from '../app/index.ts';
import type { Service } from '../connect/index.ts';
import { Button, Notices, StateIcon } from '../parts/index.ts';
import '../parts/page.css';
import '../parts/controls.css';
import '../parts/states.css';
import './shell.css';
import { type SurfaceControl, useSurface } from './use-surface.ts';

export interface SurfaceProps {
  host: Host;
  cache: Cache;
  /** Shown where nobody is signed in. */
  signedOut: (service: Service, refresh: () => void, ended: boolean) => ComponentChildren;
  /** Shown where it is not known where the service is. */
  noService: (refresh: () => void) => ComponentChildren;
  /** The screens. */
  children: (control: SurfaceControl) => ComponentChildren;
}

/** The page says its language, for screen readers and hyphenation. */
const useLanguage = (host: Host): void => {
  const locale = pickLocale(host.languages);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
};

/** Outlook's theme on the page, where it names one; else the browser's holds. */
const useTheme = (host: Host): void => {
  const [theme, setTheme] = useState(host.theme());
  useEffect(() => host.onThemeChanged(() => setTheme(host.theme())), [host]);
  useEffect(() => {
    if (theme === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
};

const TooOld = ({ host, least }: { host: Host; least: string | undefined }) => {
  const t = useText(statesText);
  const inExtension = host.surface === 'popup' || host.surface === 'sidepanel' || host.surface === 'console';
  return (
    <main>
      <div class="empty" role="alert">
        <StateIcon state="needs-attention" size={24} />
        <h1>{t('too-old')}</h1>
        {least === undefined ? null : <p class="quiet">{t('too-old-versions', { own: host.version, least })}</p>}
        <p>{t(inExtension ? 'too-old-todo-extension' : 'too-old-todo')}</p>
        <Button onPress={() => (host.update === null ? location.reload() : void host.update())}>
          {t(inExtension ? 'update' : 'reload')}
        </Button>
      </div>
    </main>
  );
};

const Screens = ({ control, props }: { control: SurfaceControl; props: SurfaceProps }) => {
  const { state, refresh } = control;
  if (state.kind === 'opening') return null;
  if (state.kind === 'no-service') return props.noService(refresh);
  if (state.kind === 'signed-out') return props.signedOut(state.service, refresh, state.ended);
  const halted = state.app.halted.value;
  if (halted?.kind === 'too-old') return <TooOld host={props.host} least={halted.problem?.problem?.minClient} />;
  return (
    <AppContext.Provider value={state.app} key={state.app.account.accountId}>
      {props.children(control)}
      <Notices />
    </AppContext.Provider>
  );
};

/** The frame of every surface: finds the service and the sign-in, then shows the screens or what is missing. */
export const Surface = (props: SurfaceProps) => {
  const control = useSurface(props.host, props.cache);
  useTheme(props.host);
  useLanguage(props.host);
  const halted = control.state.kind === 'ready' ? control.state.app.halted.value?.kind : undefined;
  useEffect(() => {
    // The keeper has thrown the refused sign-in away: this finds that nobody is signed in.
    if (halted === 'signed-out') void control.signInEnded();
  }, [halted]);
  return (
    <HostContext.Provider value={props.host}>
      <Screens control={control} props={props} />
    </HostContext.Provider>
  );
};
