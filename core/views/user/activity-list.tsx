import { activityText, formatMoment, usersText } from '../../text/index.ts';
import { useLocale, usePages, useText } from '../app/index.ts';
import { Card, ShowMore, Skeleton, TroubleStrip } from '../parts/index.ts';
import '../parts/table.css';

/** What was done to this user and by whom, newest first. */
export const ActivityList = ({ userId }: { userId: string }) => {
  const t = useText(usersText);
  const a = useText(activityText);
  const locale = useLocale();
  const activity = usePages(
    `activity ${userId}`,
    (client, query) => client.call('GET /api/users/{id}/activity', { path: { id: userId }, query }),
    (event) => event.userId === userId && (event.kind === 'user.changed' || event.kind === 'session.queued'),
  );
  const shown = activity.shown.value;
  const trouble = activity.trouble.value;
  const rows = activity.items;
  return (
    <Card title={t('activity')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void activity.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[24, 24, 24]} /> : null}
      {shown !== undefined && rows.length === 0 ? <p class="quiet">{t('no-activity')}</p> : null}
      {rows.length === 0 ? null : (
        <table class="activity wrapping">
          <thead>
            <tr>
              <th scope="col">{t('activity-when')}</th>
              <th scope="col">{t('activity-who')}</th>
              <th scope="col">{t('activity-what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, at, initiator, type }) => (
              <tr key={id}>
                <td data-name={t('activity-when')}>
                  <time dateTime={at}>{formatMoment(Date.parse(at), locale)}</time>
                </td>
                <td data-name={t('activity-who')}>{initiator ?? t('by-itself')}</td>
                <td data-name={t('activity-what')}>{a(type)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ShowMore shown={rows.length} more={activity.more} of={t('activity')} onMore={activity.showMore} />
    </Card>
  );
};
