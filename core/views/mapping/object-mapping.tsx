import { useRef, useState } from 'preact/hooks';
import { mappingText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Card } from '../parts/index.ts';
import { RehearsalOutcome } from '../rehearsal/index.ts';
import { MappingActs } from './mapping-acts.tsx';
import { MappingTrouble } from './mapping-trouble.tsx';
import type { MappedObject } from './rule.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleTable } from './rule-table.tsx';
import { ruleTroubles } from './rule-troubles.ts';
import { StandardFields } from './standard-fields.tsx';
import { useMappingDraft } from './use-mapping-draft.ts';

interface ObjectProps {
  organizationId: string;
  object: MappedObject;
  mayChange: boolean;
  onSaved: () => Promise<void>;
}

/** The rules of one kind of item: changed in the page, rehearsed as often as wanted, then saved all at once. */
export const ObjectMapping = ({ organizationId, object, mayChange, onSaved }: ObjectProps) => {
  const t = useText(mappingText);
  const body = useRef<HTMLDivElement>(null);
  /** The place of the rule in the form; one behind the last is a new one. */
  const [editing, setEditing] = useState<number | undefined>(undefined);
  const draft = useMappingDraft(organizationId, object, onSaved);
  const { rules, trouble } = draft;
  const troubles = ruleTroubles(trouble?.problem?.problem?.errors ?? []);
  const close = (): void => {
    setEditing(undefined);
    body.current?.focus();
  };
  return (
    <Card title={t('title')}>
      <div ref={body} tabIndex={-1} class="stack mapping">
        <p class="small quiet">{t(mayChange ? 'intro' : 'locked')}</p>
        {rules.length === 0 ? (
          <p class="quiet">{t('no-rules')}</p>
        ) : (
          <RuleTable
            object={object}
            rules={rules}
            troubles={troubles}
            onChange={mayChange ? setEditing : undefined}
            onRemove={(place) => {
              draft.put(rules.filter((_, one) => one !== place));
              close();
            }}
          />
        )}
        {trouble === undefined ? null : <MappingTrouble trouble={trouble} wrong={troubles.size} saving={draft.wasSaving} />}
        {editing === undefined ? null : (
          <RuleForm
            key={editing}
            object={object}
            rule={rules[editing]}
            title={editing < rules.length ? t('change-title', { number: editing + 1 }) : t('add-title')}
            onTake={(rule) => {
              draft.put([...rules.slice(0, editing), rule, ...rules.slice(editing + 1)]);
              close();
            }}
            onCancel={close}
          />
        )}
        {mayChange && editing === undefined ? <MappingActs draft={draft} onAdd={() => setEditing(rules.length)} /> : null}
        <RehearsalOutcome state={draft.rehearsal} of="mapping" />
        <StandardFields object={object} />
      </div>
    </Card>
  );
};
