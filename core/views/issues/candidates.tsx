import type { Issue } from '../../contract/client/index.ts';
import { issuesText } from '../../text/index.ts';
import { useHost, useResource, useText } from '../app/index.ts';
import { Button, Skeleton } from '../parts/index.ts';

/** The records that could be the same thing, each with what tells it apart, a look at it, and the choice. */
export const Candidates = ({ issue, onChoose }: { issue: Issue; onChoose: (id: string) => void }) => {
  const t = useText(issuesText);
  const host = useHost();
  const found = useResource(
    `candidates ${issue.id}`,
    (client) => client.call('GET /api/issues/{id}/candidates', { path: { id: issue.id } }),
    () => false,
  );
  const items = found.shown.value?.value.items;
  if (items === undefined) return found.trouble.value === undefined ? <Skeleton lines={[24, 24]} /> : null;
  return (
    <ul class="issue-names">
      {items.map(({ id, title, hint, url, choosable }) => {
        const name = title ?? t('unnamed', { id });
        return (
          <li key={id}>
            <p>
              {name} {hint === null ? null : <span class="small quiet">{hint}</span>}
            </p>
            <div class="row">
              {choosable ? (
                <Button label={`${t('choose')}: ${name}`} onPress={() => onChoose(id)}>
                  {t('choose')}
                </Button>
              ) : (
                <span class="small quiet">{t('this-item')}</span>
              )}
              {url === null ? null : (
                <Button look="subtle" icon="open" label={`${t('open-record')}: ${name}`} onPress={() => host.openUrl(url)}>
                  {t('open-record')}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
