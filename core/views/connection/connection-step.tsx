import type { ConnectivityStep, StatusState } from '../../contract/client/index.ts';
import { connectionText, reasonDetails, sayReason, statusText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { StateIcon } from '../parts/index.ts';

const shape: Record<ConnectivityStep['result'], StatusState> = {
  passed: 'up-to-date',
  warning: 'waiting',
  failed: 'needs-attention',
  'not-reached': 'off',
  skipped: 'off',
};

/** The finding in the reader's language where it is a reason of the closed list, else in the service's own words. */
const meaningOf = (step: ConnectivityStep, locale: 'en' | 'de'): string | null =>
  step.finding !== null && step.finding in reasonDetails.en ? sayReason(reasonDetails, step.finding, locale) : step.meaning;

/** One step of a check: result, time, and where it failed the evidence, its meaning, what to do and who. */
export const ConnectionStep = ({ step, own }: { step: ConnectivityStep; own: boolean }) => {
  const t = useText(connectionText);
  const s = useText(statusText);
  const locale = useLocale();
  const tells = step.result === 'failed' || step.result === 'warning';
  const meaning = meaningOf(step, locale);
  return (
    <li class={`step ${step.result}`}>
      <StateIcon state={shape[step.result]} size={16} />
      <div>
        <p class="step-line">
          <span>{t(step.key)}</span>
          <span class="small quiet number">
            {step.result === 'passed' && step.milliseconds !== null
              ? t('milliseconds', { count: Math.round(step.milliseconds) })
              : t(step.result)}
          </span>
        </p>
        {tells && meaning !== null ? <p>{meaning}</p> : null}
        {tells && step.fix !== null ? <p>{t('fix', { fix: step.fix })}</p> : null}
        {tells && step.who !== null ? (
          <p class="small quiet">{s(step.who === 'user' && !own ? 'who-that-user' : `who-${step.who}`)}</p>
        ) : null}
        {tells && step.evidence !== null ? <p class="small quiet step-evidence">{step.evidence}</p> : null}
      </div>
    </li>
  );
};
