import { useState } from 'preact/hooks';
import { coverageText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { GapList } from './gap-list.tsx';
import { WeekChoice } from './week-choice.tsx';
import { WeekShares } from './week-shares.tsx';
import './coverage.css';

/** What of one mailbox reached Salesforce, week by week, and what is missing by name. */
export const UserCoverage = ({ userId }: { userId: string }) => {
  const t = useText(coverageText);
  const [weeks, setWeeks] = useState(4);
  const coverage = useResource(
    `coverage ${userId} ${weeks}`,
    async (client) => (await client.call('GET /api/users/{id}/coverage', { path: { id: userId }, query: { weeks } })).items,
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = coverage.shown.value;
  const trouble = coverage.trouble.value;
  return (
    <Card title={t('title')}>
      <p class="small quiet">{t('intro')}</p>
      <WeekChoice weeks={weeks} onWeeks={setWeeks} />
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void coverage.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[48, 48, 48]} /> : null}
      {shown?.value.length === 0 ? <p class="quiet">{t('none')}</p> : null}
      <ul>
        {(shown?.value ?? []).map((week) => (
          <WeekShares key={week.week} week={week}>
            <GapList gaps={week.gaps} more={week.more} />
          </WeekShares>
        ))}
      </ul>
      <p class="small quiet">{t('not-read')}</p>
    </Card>
  );
};
