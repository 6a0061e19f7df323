import { useId, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../contract/client/index.ts';
import { signInText, statesText } from '../../text/index.ts';
import { useHost, useSayTrouble, useText } from '../app/index.ts';
import { type Service, toTrouble } from '../connect/index.ts';
import { Button } from '../parts/index.ts';
import { Field } from './field.tsx';
import { type SignInResult, signInWithMicrosoft, signInWithPassword } from './sign-in-ways.ts';
import './sign-in.css';

type Busy = 'password' | 'microsoft' | undefined;
const known = ['sign-in-failed', 'account-disabled', 'account-unknown', 'too-many-requests'] as const;

interface Props {
  service: Service;
  onSignedIn: () => void;
  /** Somebody was signed in until just now, and did not sign out. */
  ended?: boolean;
}

/** Sign-in with Microsoft where the surface can, and with address and password. */
export const SignInForm = ({ service, onSignedIn, ended }: Props) => {
  const host = useHost();
  const t = useText(signInText);
  const s = useText(statesText);
  const say = useSayTrouble();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState<Busy>(undefined);
  const [problem, setProblem] = useState('');
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});

  const attempt = async (kind: Busy, act: () => Promise<SignInResult>): Promise<void> => {
    setBusy(kind);
    setProblem('');
    try {
      if ((await act()) === 'signed-in') return onSignedIn();
      setProblem(t('cancelled'));
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code.replaceAll('_', '-') : '';
      const own = known.find((one) => one === code);
      setProblem(own === undefined ? t('sign-in-trouble', { reason: say(toTrouble(error, host.online())) }) : t(own));
    } finally {
      setBusy(undefined);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    const lacks = {
      ...(/^\S+@\S+\.\S+$/.test(email) ? {} : { email: t('email-missing') }),
      ...(password === '' ? { password: t('password-missing') } : {}),
    };
    setMissing(lacks);
    const firstWrong = Object.keys(lacks)[0];
    if (firstWrong !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name=${firstWrong}]`)?.focus();
      return;
    }
    void attempt('password', () => signInWithPassword(service, email, password));
  };
  const withMicrosoft = host.webSignIn !== null || host.nestedSignIn !== null;
  return (
    <section class="sign-in card" aria-labelledby={id}>
      <div>
        <h1 id={id}>{t('title')}</h1>
        <p class="quiet">{t('intro')}</p>
      </div>
      {ended ? (
        <p class="strip" role="status">
          {s('signed-out')} {t('again')}
        </p>
      ) : null}
      {withMicrosoft ? (
        <>
          <Button
            look="primary"
            wide
            busy={busy === 'microsoft'}
            onPress={() => void attempt('microsoft', () => signInWithMicrosoft(host, service))}
          >
            {t(busy === 'microsoft' ? 'signing-in' : 'microsoft')}
          </Button>
          <p class="or small quiet">
            <span>{t('or')}</span>
          </p>
        </>
      ) : null}
      <form ref={form} class="stack" onSubmit={submit} noValidate>
        <Field name="email" type="email" autoComplete="username" label={t('email')} error={missing.email} />
        <Field name="password" type="password" autoComplete="current-password" label={t('password')} error={missing.password} />
        <Button look={withMicrosoft ? 'plain' : 'primary'} wide submit busy={busy === 'password'}>
          {t(busy === 'password' ? 'signing-in' : 'submit')}
        </Button>
      </form>
      <p role="alert" class="problem">
        {problem}
      </p>
    </section>
  );
};
