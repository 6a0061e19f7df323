import { useId, useState } from 'preact/hooks';
import { mappingText } from '../../text/index.ts';
import { useLocale, useText } from '../app/index.ts';
import { nameField } from '../conflicts/index.ts';
import { Button } from '../parts/index.ts';
import { Choice } from './choice.tsx';
import type { MappedObject, Rule } from './rule.ts';
import { ruleChoices } from './rule-choices.ts';
import { emptyDraft, type RuleDraft, toDraft, toRule, valueControl } from './rule-draft.ts';

const kinds = ['pair', 'direction', 'target', 'constant'] as const;
/** A mail is written once: nothing of it is kept in step, so that only fixed values can be given. */
const kindsOf = (object: MappedObject): readonly Rule['kind'][] => (object.object === 'email' ? ['constant'] : kinds);

const ValueField = ({
  id,
  draft,
  object,
  onChange,
}: {
  id: string;
  draft: RuleDraft;
  object: MappedObject;
  onChange: (value: string) => void;
}) => {
  const t = useText(mappingText);
  const control = valueControl(object, draft.salesforce);
  if (control === 'yes-no')
    return (
      <Choice
        id={id}
        label={t('value')}
        value={draft.value}
        options={[
          ['true', t('yes')],
          ['false', t('no')],
        ]}
        onChange={onChange}
      />
    );
  return (
    <div class="field">
      <label for={id}>{t('value')}</label>
      {control === 'number' ? (
        <input
          id={id}
          class="input"
          type="number"
          step="any"
          required
          value={draft.value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          id={id}
          class="input"
          type="text"
          required
          maxLength={255}
          value={draft.value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
};

interface FormProps {
  object: MappedObject;
  rule: Rule | undefined;
  title: string;
  onTake: (rule: Rule) => void;
  onCancel: () => void;
}

/** One rule, made or changed. It goes into the list; nothing is saved by it. */
export const RuleForm = ({ object, rule, title, onTake, onCancel }: FormProps) => {
  const t = useText(mappingText);
  const locale = useLocale();
  const id = useId();
  const [draft, setDraft] = useState<RuleDraft>(() =>
    rule === undefined ? { ...emptyDraft, kind: kindsOf(object)[0] ?? 'constant' } : toDraft(rule),
  );
  const put = (more: Partial<RuleDraft>): void => setDraft((old) => ({ ...old, ...more }));
  const { outlook, travels, salesforce } = ruleChoices(draft, object);
  return (
    <form
      class="rule-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onTake(toRule(draft, object));
      }}
    >
      <h3>{title}</h3>
      <Choice
        id={`${id}-kind`}
        label={t('kind')}
        value={draft.kind}
        focus
        options={kindsOf(object).map((kind) => [kind, t(`kind-${kind}`)])}
        onChange={(kind) => setDraft({ ...emptyDraft, kind: kind as Rule['kind'] })}
      />
      {draft.kind === 'constant' ? null : (
        <Choice
          id={`${id}-outlook`}
          label={t(draft.kind === 'pair' ? 'outlook' : 'field')}
          value={draft.outlook}
          options={outlook.map((name) => [name, nameField(name, locale)])}
          onChange={(name) => put({ outlook: name, travels: ruleChoices({ ...draft, outlook: name }, object).travels[0] ?? 'both' })}
        />
      )}
      {travels.length === 0 ? null : (
        <Choice
          id={`${id}-travels`}
          label={t('travels')}
          value={draft.travels}
          options={travels.map((one) => [one, t(one)])}
          onChange={(one) => put({ travels: one })}
        />
      )}
      {draft.kind === 'direction' ? null : (
        <Choice
          id={`${id}-salesforce`}
          label={t('salesforce')}
          value={draft.salesforce}
          options={salesforce.map(({ name, label }) => [name, label === name ? name : `${label} (${name})`])}
          onChange={(name) => put({ salesforce: name, value: '' })}
        />
      )}
      {draft.kind === 'constant' ? (
        <ValueField id={`${id}-value`} draft={draft} object={object} onChange={(value) => put({ value })} />
      ) : null}
      <div class="row">
        <Button submit>{t('take')}</Button>
        <Button look="subtle" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
