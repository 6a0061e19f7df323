import { useId } from 'preact/hooks';
import type { User } from '../../contract/client/index.ts';
import { editUserText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { useOrganizations } from '../organizations/index.ts';
import { Button, Card } from '../parts/index.ts';
import { MoveQuestion } from './move-question.tsx';
import { useEditUser } from './use-edit-user.ts';

interface Named {
  id: string;
  name: string;
}

interface ChoiceProps {
  label: string;
  value: string;
  /** What is chosen now stands in the list also before the list is there. */
  now: Named;
  all: readonly Named[];
  onChoose: (id: string) => void;
}

const Choice = ({ label, value, now, all, onChoose }: ChoiceProps) => {
  const id = useId();
  const options = all.some((one) => one.id === now.id) ? all : [now, ...all];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
};

const usePlans = (customerId: string): readonly Named[] =>
  useResource(
    `plans ${customerId}`,
    async (client) => (await client.call('GET /api/plans', { query: { customerId, limit: 200 } })).items,
    () => false,
  ).shown.value?.value ?? [];

interface EditProps {
  user: User;
  may: ReadonlySet<string>;
  onSaved: () => void;
}

const Form = ({ user, may, onSaved }: EditProps) => {
  const t = useText(editUserText);
  const id = useId();
  const edit = useEditUser(user, onSaved);
  const plans = usePlans(user.customer.id);
  const organizations = (useOrganizations().shown.value?.value ?? []).filter((one) => one.customerId === user.customer.id);
  const { draft, put } = edit;
  return (
    <Card title={t('title')}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void edit.save();
        }}
      >
        <div class="field">
          <label for={`${id}-name`}>{t('name')}</label>
          <input
            id={`${id}-name`}
            class="input"
            required
            maxLength={200}
            value={draft.name}
            onInput={(event) => put({ name: event.currentTarget.value })}
          />
        </div>
        {may.has('user.move') ? (
          <Choice
            label={t('organization')}
            value={draft.organizationId}
            now={user.organization}
            all={organizations}
            onChoose={(organizationId) => put({ organizationId })}
          />
        ) : null}
        <Choice label={t('plan')} value={draft.planId} now={user.plan} all={plans} onChoose={(planId) => put({ planId })} />
        <div class="field">
          <label for={`${id}-email`}>{t('email')}</label>
          <input
            id={`${id}-email`}
            class="input"
            type="email"
            required
            maxLength={320}
            value={draft.email}
            onInput={(event) => put({ email: event.currentTarget.value })}
          />
        </div>
        <div class="row">
          <Button submit busy={edit.busy} heldBy={edit.unchanged ? t('unchanged') : undefined}>
            {t('save')}
          </Button>
        </div>
      </form>
      {edit.move === undefined ? null : (
        <MoveQuestion user={user} move={edit.move} busy={edit.busy} onYes={() => void edit.confirm()} onCancel={edit.cancel} />
      )}
    </Card>
  );
};

/** Name, organization, plan and address of a user (E04); a move is asked about before it is saved. */
export const EditUser = (props: EditProps) => (props.may.has('user.update') ? <Form {...props} /> : null);
