import { useId, useState } from 'preact/hooks';
import { groupsText } from '../../text/index.ts';
import { send, useApp, useResource, useText } from '../app/index.ts';
import { Button, Card } from '../parts/index.ts';
import { useNotDone } from './use-not-done.ts';

/** Makes a group; for which customer is asked only where there are several. */
export const NewGroup = ({ onMade }: { onMade: (id: string) => void }) => {
  const app = useApp();
  const t = useText(groupsText);
  const id = useId();
  const sayTrouble = useNotDone();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState(false);
  const customers = useResource(
    'customers for groups',
    async (client) =>
      (await client.call('GET /api/customers', { query: { limit: 200 } })).items.map((one) => ({ id: one.id, name: one.name })),
    () => false,
  );
  const places = customers.shown.value?.value ?? [];
  const customerId = places.find((one) => one.id === chosen)?.id ?? places[0]?.id;
  const create = async (): Promise<void> => {
    if (customerId === undefined) return;
    setBusy(true);
    const sent = await send(app, 'POST /api/groups', { body: { customerId, name } });
    setBusy(false);
    if (sayTrouble(sent) || !('answer' in sent)) return;
    setName('');
    app.notice.value = { kind: 'good', text: t('created', { name: sent.answer.name }) };
    onMade(sent.answer.id);
  };
  return (
    <Card title={t('new')}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        {places.length < 2 ? null : (
          <div class="field">
            <label for={`${id}-customer`}>{t('customer')}</label>
            <select id={`${id}-customer`} class="input" value={customerId} onChange={(event) => setChosen(event.currentTarget.value)}>
              {places.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for={`${id}-name`}>{t('name')}</label>
          <input
            id={`${id}-name`}
            class="input"
            required
            maxLength={200}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="row">
          <Button submit look="primary" busy={busy}>
            {t('create')}
          </Button>
        </div>
      </form>
    </Card>
  );
};
