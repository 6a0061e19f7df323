import { useId, useState } from 'preact/hooks';
import { signInText } from '../../text/index.ts';
import { useHost, useText } from '../app/index.ts';
import { connectService } from '../connect/index.ts';
import { Button } from '../parts/index.ts';
import { Field } from './field.tsx';
import { readServiceAddress } from './read-service-address.ts';
import './sign-in.css';

/** Where the service is: asked once, where neither the company's policy nor the page says it. */
export const ServiceForm = ({ current, onConnected }: { current: string | undefined; onConnected: () => void }) => {
  const host = useHost();
  const t = useText(signInText);
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>(undefined);
  const connect = async (text: string): Promise<void> => {
    const read = readServiceAddress(text);
    if ('problem' in read) return setError(t(`service-${read.problem}`));
    setError(undefined);
    setBusy(true);
    try {
      // First of all: the browser asks for leave only straight from a click.
      if ((await host.service.set?.(read.address)) === false) return setError(t('service-refused'));
      await connectService(host, read.address).health();
      onConnected();
    } catch {
      setError(t('service-unreachable'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="sign-in card" aria-labelledby={id}>
      <div>
        <h1 id={id}>{t('service-title')}</h1>
        <p class="quiet">{host.service.fixed ? t('service-managed') : t('service-intro')}</p>
      </div>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void connect(String(new FormData(event.currentTarget as HTMLFormElement).get('address') ?? ''));
        }}
      >
        <Field name="address" type="url" autoComplete="url" label={t('service-address')} error={error} value={current} />
        <Button look="primary" wide submit busy={busy}>
          {t(busy ? 'service-checking' : 'service-check')}
        </Button>
      </form>
    </section>
  );
};
