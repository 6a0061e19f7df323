import { useMemo, useState } from 'preact/hooks';
import { coverageText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Card, Skeleton, TroubleStrip } from '../parts/index.ts';
import { ShareBar } from './share-bar.tsx';
import { sumCoverage } from './sum-coverage.ts';
import { WeekChoice } from './week-choice.tsx';
import { WeekShares } from './week-shares.tsx';
import '../parts/table.css';
import './coverage.css';

/** What of all mailboxes of an organization reached Salesforce: by week, then by mailbox. Names of items stand on the user's page only. */
export const OrganizationCoverage = ({ organizationId }: { organizationId: string }) => {
  const t = useText(coverageText);
  const [weeks, setWeeks] = useState(4);
  const coverage = useResource(
    `organization-coverage ${organizationId} ${weeks}`,
    async (client) => (await client.call('GET /api/organizations/{id}/coverage', { path: { id: organizationId }, query: { weeks } })).items,
    // Not at every session: in a large organization one ends each second, and the answer adds up all mailboxes.
    (event) => event.organizationId === organizationId && event.kind === 'organization.changed',
  );
  const shown = coverage.shown.value;
  const trouble = coverage.trouble.value;
  const sums = useMemo(() => sumCoverage(shown?.value ?? []), [shown]);
  return (
    <>
      <Card title={t('all-users')}>
        <p class="small quiet">{t('intro')}</p>
        <WeekChoice weeks={weeks} onWeeks={setWeeks} />
        {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void coverage.load()} />}
        {shown === undefined && trouble === undefined ? <Skeleton lines={[48, 48, 48]} /> : null}
        {shown?.value.length === 0 ? <p class="quiet">{t('none')}</p> : null}
        <ul>
          {sums.weeks.map((week) => (
            <WeekShares key={week.week} week={week} />
          ))}
        </ul>
        <p class="small quiet">{t('not-read')}</p>
      </Card>
      {sums.users.length === 0 ? null : (
        <Card title={t('by-user')}>
          <table class="wrapping coverage-users">
            <thead>
              <tr>
                <th scope="col">{t('user')}</th>
                <th scope="col">{t('meetings')}</th>
                <th scope="col">{t('mails')}</th>
                <th scope="col">{t('missing')}</th>
              </tr>
            </thead>
            <tbody>
              {sums.users.map(({ userId, email, meetings, mails, missing }) => (
                <tr key={userId}>
                  <th scope="row">
                    <a href={`#/users/${userId}`}>{email}</a>
                  </th>
                  <td data-name={t('meetings')}>
                    <ShareBar share={meetings} />
                  </td>
                  <td data-name={t('mails')}>
                    <ShareBar share={mails} />
                  </td>
                  <td data-name={t('missing')} class="number">
                    {missing}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </>
  );
};
