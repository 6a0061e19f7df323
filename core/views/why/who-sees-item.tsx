import type { Answer, Ask } from '../../contract/client/index.ts';
import { visibilityText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Skeleton, TroubleStrip } from '../parts/index.ts';
import './why.css';

type Item = Ask<'GET /api/users/{id}/visibility'>['query'];
type Audience = Answer<'GET /api/users/{id}/visibility'>['audiences'][number];

const sorry = { not_found: 'not-found', not_connected: 'not-connected' } as const;
const isSorry = (code: string): code is keyof typeof sorry => code in sorry;

const AudienceLine = ({ audience: { who, certain, names } }: { audience: Audience }) => {
  const t = useText(visibilityText);
  const key = (who === 'above' || who === 'readers') && !certain ? (`who-${who}-unknown` as const) : (`who-${who}` as const);
  return <li>{t(key, { names: names.join(', ') })}</li>;
};

/** The privacy mirror of an item: one line, and who that is. Show it on request, as reading it costs Salesforce a request. */
export const WhoSeesItem = ({ userId, item }: { userId: string; item: Item }) => {
  const t = useText(visibilityText);
  const found = useResource(
    `visibility ${userId} ${item.object} ${item.id}`,
    (client) => client.call('GET /api/users/{id}/visibility', { path: { id: userId }, query: item }),
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = found.shown.value;
  const trouble = found.trouble.value;
  const code = trouble?.problem?.code;
  if (code !== undefined && isSorry(code)) return <p class="quiet">{t(sorry[code])}</p>;
  if (trouble !== undefined) return <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void found.load()} />;
  if (shown === undefined) return <Skeleton lines={[40, 60]} />;
  const { level, saved, audiences } = shown.value;
  return (
    <div class="stack" aria-live="polite">
      <p class="why-verdict">{t(`level-${level}`)}</p>
      {saved || level === 'outlook' ? null : <p class="small quiet">{t('not-saved')}</p>}
      {audiences.length === 0 ? null : (
        <details>
          <summary>{t('details')}</summary>
          <ul>
            {audiences.map((audience) => (
              <AudienceLine key={audience.who} audience={audience} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
