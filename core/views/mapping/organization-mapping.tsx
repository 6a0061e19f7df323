import { useState } from 'preact/hooks';
import { mappingText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { Button, Skeleton, TroubleStrip } from '../parts/index.ts';
import { ObjectMapping } from './object-mapping.tsx';
import '../parts/table.css';
import './mapping.css';

const kinds = ['contact', 'event', 'task', 'email'] as const;

/** How the fields of an organization are kept in step, one kind of item at a time. */
export const OrganizationMapping = ({ organizationId, mayChange }: { organizationId: string; mayChange: boolean }) => {
  const t = useText(mappingText);
  const [kind, setKind] = useState<(typeof kinds)[number]>('contact');
  const mapping = useResource(
    `mapping ${organizationId}`,
    (client) => client.call('GET /api/organizations/{id}/mapping', { path: { id: organizationId } }),
    (event) => event.kind === 'settings.changed',
  );
  const shown = mapping.shown.value;
  const trouble = mapping.trouble.value;
  const object = shown?.value.objects.find((one) => one.object === kind);
  const reload = (): Promise<void> => mapping.load();
  if (trouble?.problem?.code === 'not_connected') return <p class="strip">{t('not-connected')}</p>;
  return (
    <>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void reload()} />}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[32, 48, 48, 48]} /> : null}
      {object === undefined ? null : (
        <>
          <fieldset class="object-choice">
            <legend class="visually-hidden">{t('objects')}</legend>
            {kinds.map((one) => (
              <Button key={one} pressed={one === kind} onPress={() => setKind(one)}>
                {t(one)}
              </Button>
            ))}
          </fieldset>
          <ObjectMapping key={kind} organizationId={organizationId} object={object} mayChange={mayChange} onSaved={reload} />
        </>
      )}
    </>
  );
};
