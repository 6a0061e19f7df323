import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { groupsText } from '../../text/index.ts';
import { send, useApp, useText } from '../app/index.ts';
import { Confirm } from '../confirm/index.ts';
import { Button } from '../parts/index.ts';
import type { Group } from './use-groups.ts';
import { useNotDone } from './use-not-done.ts';

interface ActsProps {
  group: Group;
  onChanged: () => void;
  onGone: () => void;
}

const Rename = ({ group, onDone }: { group: Group; onDone: () => void }) => {
  const app = useApp();
  const t = useText(groupsText);
  const id = useId();
  const sayTrouble = useNotDone();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const [name, setName] = useState(group.name);
  const [busy, setBusy] = useState(false);
  const rename = async (): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'PATCH /api/groups/{id}', { path: { id: group.id }, body: { name } });
    setBusy(false);
    if (sayTrouble(sent)) return;
    app.notice.value = { kind: 'good', text: t('renamed', { name }) };
    onDone();
  };
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <label for={id}>{t('new-name')}</label>
      <input
        id={id}
        class="input group-name"
        required
        maxLength={200}
        value={name}
        ref={field}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Button submit look="primary" busy={busy}>
        {t('save')}
      </Button>
      <Button onPress={onDone}>{t('cancel')}</Button>
    </form>
  );
};

/** Renaming a group, and deleting it after its consequence was said. */
export const GroupActs = ({ group, onChanged, onGone }: ActsProps) => {
  const app = useApp();
  const t = useText(groupsText);
  const sayTrouble = useNotDone();
  const [act, setAct] = useState<'rename' | 'delete' | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const sent = await send(app, 'DELETE /api/groups/{id}', { path: { id: group.id } });
    setBusy(false);
    setAct(undefined);
    if (sayTrouble(sent)) return;
    app.notice.value = { kind: 'good', text: t('deleted', { name: group.name }) };
    onGone();
  };
  if (act === 'rename')
    return (
      <Rename
        group={group}
        onDone={() => {
          setAct(undefined);
          onChanged();
        }}
      />
    );
  return (
    <div class="row">
      <Button label={t('rename-named', { name: group.name })} onPress={() => setAct('rename')}>
        {t('rename')}
      </Button>
      <Button onPress={() => setAct('delete')}>{t('delete')}</Button>
      {act === 'delete' ? (
        <Confirm
          title={t('delete-ask', { name: group.name })}
          yes={t('delete')}
          cancel={t('cancel')}
          busy={busy}
          onYes={() => void remove()}
          onCancel={() => setAct(undefined)}
        >
          <p>{t('delete-what', { count: group.members })}</p>
        </Confirm>
      ) : null}
    </div>
  );
};
