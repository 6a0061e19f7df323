import type { ConnectivityStep, StatusState } from '../../contract/client/index.ts';
import { connectionText, mailboxStatusText, reasonDetails, sayReason } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { StateIcon } from '../parts/index.ts';

const shape: Record<ConnectivityStep['result'], StatusState> = {
  passed: 'up-to-date',
  warning: 'waiting',
  failed: 'needs-attention',
  'not-reached': 'off',
  skipped: 'off',
};

/** Findings that have words of their own here. */
const isOtherEngine = (step: ConnectivityStep): boolean => step.finding === 'other-engine';

/** The finding in the reader's language where it is a reason of the closed list, else in the service's own words. */
const meaningOf = (step: ConnectivityStep, locale: 'en' | 'de'): string | null =>
  step.finding !== null && step.finding in reasonDetails.en ? sayReason(reasonDetails, step.finding, locale) : step.meaning;

/** One step of a check: result, time, and where it failed the evidence, its meaning, what to do and who. */
export const ConnectionStep = ({ step, own }: { step: ConnectivityStep; own: boolean }) => {
  const t = useText(connectionText);
  const s = useText(mailboxStatusText);
  const locale = useLocale();
  const tells = step.result === 'failed' || step.result === 'warning';
  // What could not be looked at is not a clean bill: this step shows what it saw in any case.
  const shows = tells || step.key === 'other-engines';
  const meaning = isOtherEngine(step) ? t('means-other-engine') : meaningOf(step, locale);
  const fix = isOtherEngine(step) ? t('fix-other-engine') : step.fix;
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
        {tells && fix !== null ? <p>{t('fix', { fix })}</p> : null}
        {tells && step.who !== null ? (
          <p class="small quiet">{s(step.who === 'user' && !own ? 'who-that-user' : `who-${step.who}`)}</p>
        ) : null}
        {shows && step.evidence !== null ? <p class="small quiet step-evidence">{step.evidence}</p> : null}
      </div>
    </li>
  );
};
