import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatAge, type Speak, statesText } from '../../text/index.ts';
import { type Shown, useApp, useLocale, useNow, useSayTrouble, useText } from '../app/index.ts';
import type { Trouble } from '../connect/index.ts';
import { Button } from './button.tsx';
import { StateIcon } from './state-icon.tsx';

type Key = keyof (typeof statesText)['en'];

const sayKind = (t: Speak<Key>, trouble: Trouble, reason: string, address: string, known: string | undefined): string => {
  if (trouble.kind === 'offline') return known === undefined ? t('offline-nothing') : t('offline', { time: known });
  if (trouble.kind === 'unreachable')
    return known === undefined ? t('unreachable', { address }) : t('unreachable-known', { address, time: known });
  return t(trouble.kind, { detail: reason });
};

/** What the top of the page says already, for all that is below it: no card repeats that the connection is gone. */
export const SaidAbove = createContext<Trouble['kind'] | undefined>(undefined);

export interface TroubleStripProps {
  trouble: Trouble;
  shown?: Shown<unknown> | undefined;
  onRetry?: (() => void) | undefined;
}

/** Why the present cannot be shown, how old what is shown is, and how to go on. */
export const TroubleStrip = ({ trouble, shown, onRetry }: TroubleStripProps) => {
  const t = useText(statesText);
  const app = useApp();
  const above = useContext(SaidAbove) === trouble.kind;
  const locale = useLocale();
  const reason = useSayTrouble()(trouble);
  const now = useNow(15_000);
  const known = shown === undefined ? undefined : formatAge(shown.at, now, locale);
  if (above) return <p class="small quiet">{known === undefined ? t('nothing-known') : t('as-of', { time: known })}</p>;
  const bad = trouble.kind === 'failed' || trouble.kind === 'unreachable';
  return (
    <div class={`strip ${bad ? 'bad' : ''}`} role={bad ? 'alert' : 'status'}>
      <StateIcon state={bad ? 'needs-attention' : 'waiting'} size={16} />
      <div>
        <p>{sayKind(t, trouble, reason, new URL(app.service.address).host, known)}</p>
        {trouble.kind === 'failed' && reason !== trouble.detail ? (
          <details class="small">
            <summary>{t('own-words')}</summary>
            <p lang="en">{trouble.detail}</p>
          </details>
        ) : null}
      </div>
      {onRetry !== undefined && trouble.kind !== 'not-allowed' ? <Button onPress={onRetry}>{t('try-again')}</Button> : null}
    </div>
  );
};
