import { useState } from 'preact/hooks';
import type { ConnectivityReport } from '../../contract/client/index.ts';
import { connectionText } from '../../text/index.ts';
import { send, useApp, useSayTrouble, useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';
import { ConnectionStep } from './connection-step.tsx';
import './connection.css';

type Side = ConnectivityReport['side'];

/** The report as text for a mail to support. It holds no token and no password: the service leaves them out. */
const asText = (report: ConnectivityReport): string =>
  [
    `${report.side}: ${report.result} (${report.startedAt})`,
    ...report.steps.map(
      (step) => `${step.key}: ${step.result} ${step.milliseconds ?? '-'} ms ${step.finding ?? ''} ${step.evidence ?? ''}`,
    ),
  ].join('\n');

const Report = ({ report, own }: { report: ConnectivityReport; own: boolean }) => {
  const t = useText(connectionText);
  const app = useApp();
  const side = t(report.side);
  const passed = report.steps.filter((step) => step.result === 'passed' || step.result === 'warning').length;
  const stopped = report.steps.find((step) => step.result === 'failed');
  const verdict =
    report.result === 'passed'
      ? t('all-passed', { side, count: passed })
      : stopped === undefined
        ? t('with-warning', { side })
        : t('stopped-at', { side, passed, count: report.steps.length, step: t(stopped.key) });
  const copy = async (): Promise<void> => {
    await app.host.copy(asText(report));
    app.notice.value = { kind: 'good', text: t('copied') };
  };
  return (
    <div class="stack">
      <p role="status">
        <strong>{verdict}</strong>
      </p>
      <ol class="steps">
        {report.steps
          .filter((step) => step.result !== 'skipped' || step.key === 'other-engines')
          .map((step) => (
            <ConnectionStep key={step.key} step={step} own={own} />
          ))}
      </ol>
      {report.result === 'passed' ? null : (
        <div class="row">
          <Button look="subtle" onPress={() => void copy()}>
            {t('copy')}
          </Button>
        </div>
      )}
    </div>
  );
};

/** Walks the way to the mailbox or to Salesforce with the user's own access, and shows each step. */
export const CheckConnection = ({ userId, own = true }: { userId: string; own?: boolean }) => {
  const t = useText(connectionText);
  const say = useSayTrouble();
  const app = useApp();
  const [running, setRunning] = useState<Side | undefined>(undefined);
  const [report, setReport] = useState<ConnectivityReport | undefined>(undefined);
  const [problem, setProblem] = useState('');
  const check = async (side: Side): Promise<void> => {
    setRunning(side);
    setProblem('');
    const sent = await send(app, 'POST /api/users/{id}/connectivity/{side}', { path: { id: userId, side } });
    setRunning(undefined);
    if ('answer' in sent) setReport(sent.answer);
    else setProblem(t('not-run', { reason: say(sent) }));
  };
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      <div class="row">
        {(['mailbox', 'salesforce'] as const).map((side) => (
          <Button
            key={side}
            icon={side === 'mailbox' ? 'mailbox' : 'plug'}
            busy={running === side}
            heldBy={running === undefined || running === side ? undefined : t('checking')}
            onPress={() => void check(side)}
          >
            {running === side ? t('checking') : t(`check-${side}`)}
          </Button>
        ))}
      </div>
      {problem === '' ? null : <p role="alert">{problem}</p>}
      {report === undefined ? null : <Report report={report} own={own} />}
    </Card>
  );
};
