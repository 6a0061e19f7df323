import type { Answer, Item } from '../../contract/client/index.ts';
import { budgetText, formatAge } from '../../text/index.ts';
import { useApp, useLocale, useResource, useText } from '../app/index.ts';
import { Card, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import { ReaderChoice } from './reader-choice.tsx';
import './budget.css';

type Org = Item<'GET /api/salesforce-orgs'>;
type Budget = Answer<'GET /api/salesforce-orgs/{id}/budget'>;

/** Who used it, and when it will be over. */
const Details = ({ budget }: { budget: Budget }) => {
  const t = useText(budgetText);
  const app = useApp();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const { lockstep, others, forecast, byOrganization } = budget;
  const ours = lockstep.salesforce + lockstep.people;
  const age = (at: string): string => formatAge(Date.parse(at), app.service.now(), locale);
  const runsOutAt = forecast?.runsOutAt ?? null;
  return (
    <>
      <p class="small quiet">
        {t('lockstep', { count: number.format(ours) })}
        {others === null ? null : ` · ${t('others', { count: number.format(others) })}`}
      </p>
      {budget.usage !== null && ours > budget.usage.used ? <p class="small quiet">{t('ahead')}</p> : null}
      <p class="small quiet">{t('outlook', { count: number.format(lockstep.outlook) })}</p>
      {budget.parked === null ? (
        <p class="small">{runsOutAt === null ? t(forecast === null ? 'too-early' : 'lasts') : t('runs-out', { age: age(runsOutAt) })}</p>
      ) : null}
      {byOrganization.length < 2 ? null : (
        <table class="small">
          <caption class="visually-hidden">{t('by-organization')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('organization')}</th>
              <th scope="col">{t('mailboxes')}</th>
              <th scope="col">{t('requests')}</th>
            </tr>
          </thead>
          <tbody>
            {byOrganization.map((one) => (
              <tr key={one.organizationId}>
                <td>{one.name}</td>
                <td>{number.format(one.mailboxes)}</td>
                <td>{number.format(one.salesforce + one.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};

const OrgBudget = ({ org, mayChoose, onChosen }: { org: Org; mayChoose: boolean; onChosen: () => void }) => {
  const t = useText(budgetText);
  const app = useApp();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const budget = useResource(
    `salesforce-budget ${org.id}`,
    (client) => client.call('GET /api/salesforce-orgs/{id}/budget', { path: { id: org.id } }),
    (event) => event.kind === 'organization.changed',
  ).shown.value?.value;
  const { usage, parked, reader } = org;
  const percent = usage === null ? 0 : Math.round((100 * usage.used) / Math.max(1, usage.max));
  const age = (at: string): string => formatAge(Date.parse(at), app.service.now(), locale);
  return (
    <li class="budget">
      <p class="name">
        <strong>{new URL(org.instanceUrl).host}</strong>
      </p>
      {usage === null ? (
        <p class="small quiet">{t('unknown')}</p>
      ) : (
        <>
          <meter min={0} max={100} low={50} high={80} optimum={10} value={Math.min(100, percent)} aria-label={t('meter', { percent })} />
          <p class="small">
            {t('used', { used: number.format(usage.used), max: number.format(usage.max) })}
            <span class="quiet">{` · ${t('as-of', { age: age(usage.at) })}`}</span>
          </p>
        </>
      )}
      {parked === null ? null : (
        <p class="state">
          <StateIcon state="waiting" size={16} />
          <span>{t('parked', { age: age(parked.until) })}</span>
        </p>
      )}
      {budget === undefined ? null : <Details budget={budget} />}
      <p class="small quiet">{reader === null ? t('no-reader') : t('reader', { name: reader.name })}</p>
      {mayChoose ? <ReaderChoice org={org} onChosen={onChosen} /> : null}
    </li>
  );
};

/** Each Salesforce org: what is used of its day, by whom, and how long it lasts. */
export const SalesforceBudgets = ({ mayChoose }: { mayChoose: boolean }) => {
  const t = useText(budgetText);
  const orgs = useResource(
    'salesforce-orgs',
    async (client) => (await client.call('GET /api/salesforce-orgs', {})).items,
    (event) => event.kind === 'organization.changed',
  );
  const shown = orgs.shown.value;
  const trouble = orgs.trouble.value;
  if (shown?.value.length === 0) return null;
  return (
    <Card title={t('title')}>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void orgs.load()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[36, 36]} /> : null}
      <ul>
        {(shown?.value ?? []).map((org) => (
          <OrgBudget key={org.id} org={org} mayChoose={mayChoose} onChosen={() => void orgs.load()} />
        ))}
      </ul>
    </Card>
  );
};
