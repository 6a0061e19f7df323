import { useState } from 'preact/hooks';
import type { Item } from '../../contract/client/index.ts';
import { budgetText } from '../../text/index.ts';
import { send, useApp, useResource, useSayTrouble, useText } from '../app/index.ts';
import { Button, TroubleStrip } from '../parts/index.ts';

type Org = Item<'GET /api/salesforce-orgs'>;

interface ReaderChoiceProps {
  org: Org;
  onChosen: () => void;
}

const nobody = '';
/** One page: in a larger company a name is typed first. */
const most = 100;

/** Who looks for all what changed in a Salesforce org, or that each mailbox looks for itself. */
export const ReaderChoice = ({ org, onChosen }: ReaderChoiceProps) => {
  const t = useText(budgetText);
  const [open, setOpen] = useState(false);
  const host = new URL(org.instanceUrl).host;
  if (open) return <Choice org={org} onChosen={onChosen} onClose={() => setOpen(false)} />;
  return (
    <div class="row">
      <Button look="subtle" label={t('choose-named', { org: host })} onPress={() => setOpen(true)}>
        {t('choose')}
      </Button>
    </div>
  );
};

const Choice = ({ org, onChosen, onClose }: ReaderChoiceProps & { onClose: () => void }) => {
  const t = useText(budgetText);
  const say = useSayTrouble();
  const app = useApp();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState(org.reader?.userId ?? nobody);
  const [busy, setBusy] = useState(false);
  const users = useResource(
    `reader-candidates ${org.id} ${query}`,
    async (client) => {
      const q = query === '' ? {} : { q: query };
      return (await client.call('GET /api/users', { query: { customerId: org.customerId, limit: most, ...q } })).items;
    },
    () => false,
  );
  const trouble = users.trouble.value;
  const found = (users.shown.value?.value ?? []).filter(({ id }) => id !== org.reader?.userId);
  const offered = [...(org.reader === null ? [] : [{ id: org.reader.userId, name: org.reader.name, email: '' }]), ...found];
  const save = async (): Promise<void> => {
    setBusy(true);
    const body = { readerUserId: picked === nobody ? null : picked };
    const sent = await send(app, 'PATCH /api/salesforce-orgs/{id}', { path: { id: org.id }, body });
    setBusy(false);
    if ('answer' in sent) {
      const { reader } = sent.answer;
      app.notice.value = { kind: 'good', text: reader === null ? t('no-reader') : t('reader', { name: reader.name }) };
      onChosen();
      onClose();
      return;
    }
    const refused = 'trouble' in sent && sent.trouble.problem?.code === 'reader_not_possible';
    const reason = say(sent);
    app.notice.value = { kind: 'bad', text: refused ? t('reader-refused') : t('not-chosen', { reason }) };
  };
  return (
    <fieldset class="stack reader-choice">
      <legend>{t('choose')}</legend>
      <p class="small quiet">{t('choose-intro')}</p>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={users.shown.value} onRetry={() => void users.load()} />}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          setPicked(org.reader?.userId ?? nobody);
          setQuery(typed.trim());
        }}
      >
        <input
          class="input"
          type="search"
          maxLength={200}
          aria-label={t('find')}
          placeholder={t('find')}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button submit>{t('find')}</Button>
      </form>
      <label class="stack">
        <span>{t('who-reads')}</span>
        <select class="input" value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
          <option value={nobody}>{t('no-reader')}</option>
          {offered.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {email === '' ? name : `${name} (${email})`}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <Button
          look="primary"
          busy={busy}
          heldBy={picked === (org.reader?.userId ?? nobody) ? t('unchanged') : undefined}
          onPress={() => void save()}
        >
          {t('save')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </fieldset>
  );
};
