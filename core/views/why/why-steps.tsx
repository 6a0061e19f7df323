import type { Answer, Ask } from '../../contract/client/index.ts';
import { formatMoment, type Locale, reasonDetails, reasonTitles, sayReason, whyText } from '../../text/index.ts';
import { useHost, useLocale, useResource, useText } from '../app/index.ts';
import { Button, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import './why.css';

export type WhyItem = Ask<'GET /api/users/{id}/why'>['query'];
type Why = Answer<'GET /api/users/{id}/why'>;
type Step = Why['steps'][number];
type Key = keyof (typeof whyText)['en'];

const shape = { passed: 'up-to-date', holds: 'waiting', decided: 'needs-attention' } as const;
const instant = /^\d{4}-\d{2}-\d{2}T[0-9:.]+Z$/;

const say = (value: unknown, locale: Locale): string => {
  if (Array.isArray(value)) return value.join(', ') || '–';
  if (typeof value === 'string') return instant.test(value) ? formatMoment(Date.parse(value), locale) : value;
  return value === null || value === undefined || value === '' ? '–' : String(value);
};

const isRule = (key: string): key is Key => key in whyText.en;

const StepLine = ({ step }: { step: Step }) => {
  const t = useText(whyText);
  const locale = useLocale();
  const key = `rule-${step.rule}`;
  const saw = Object.entries(step.inputs).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return (
    <li class={`why-step ${step.outcome}`}>
      <StateIcon state={shape[step.outcome]} size={16} />
      <div>
        <p>
          {isRule(key) ? t(key) : sayReason(reasonTitles, step.rule, locale)} <span class="quiet">{t(step.outcome)}</span>
        </p>
        {step.outcome === 'passed' || saw.length === 0 ? null : (
          <p class="small quiet">{t('saw', { what: saw.map(([name, value]) => `${name}: ${say(value, locale)}`).join(' · ') })}</p>
        )}
      </div>
    </li>
  );
};

type Named = NonNullable<Why['verdict']['records']>[number];

/** A record of Salesforce by its name, opened where its address is known. */
const RecordLine = ({ record: { name, recordUrl } }: { record: Named }) => {
  const host = useHost();
  if (recordUrl === null) return <p>{name}</p>;
  return (
    <Button look="subtle" icon="open" onPress={() => host.openUrl(recordUrl)}>
      {name}
    </Button>
  );
};

const sorry: Readonly<Record<string, Key>> = { not_found: 'not-found', not_connected: 'not-connected' };

/** What decided, in a sentence with who can change it; below it every rule that was looked at. */
export const WhySteps = ({ userId, item }: { userId: string; item: WhyItem }) => {
  const t = useText(whyText);
  const locale = useLocale();
  const found = useResource(
    `why ${userId} ${item.side} ${item.object} ${item.id}`,
    (client) => client.call('GET /api/users/{id}/why', { path: { id: userId }, query: item }),
    (event) => event.userId === userId && (event.kind === 'session.finished' || event.kind === 'settings.changed'),
  );
  const shown = found.shown.value;
  const trouble = found.trouble.value;
  const known = trouble?.problem?.code === undefined ? undefined : sorry[trouble.problem.code];
  if (known !== undefined) return <p class="quiet">{t(known)}</p>;
  if (trouble !== undefined) return <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void found.load()} />;
  if (shown === undefined) return <Skeleton lines={[20, 40, 60]} />;
  const { verdict, steps, known: from, title } = shown.value;
  return (
    <div class="stack" aria-live="polite">
      <div>
        {title === null ? null : <p class="quiet">{title}</p>}
        <p class="why-verdict">{sayReason(reasonTitles, verdict.reason, locale)}</p>
        <p>{sayReason(reasonDetails, verdict.reason, locale)}</p>
        {(verdict.records ?? []).map((record) => (
          <RecordLine key={record.id} record={record} />
        ))}
        {typeof verdict.inputs.message === 'string' ? <p class="small quiet">{verdict.inputs.message}</p> : null}
        <p class="small quiet">
          {t(`who-${verdict.who}`)} {from === 'live' ? t('live') : ''}
        </p>
      </div>
      <details>
        <summary>{t('steps')}</summary>
        <ol class="why-steps">
          {steps.map((step, index) => (
            <StepLine key={`${index} ${step.rule}`} step={step} />
          ))}
        </ol>
      </details>
    </div>
  );
};
