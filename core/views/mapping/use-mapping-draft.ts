import { useRef, useState } from 'preact/hooks';
import { mappingText } from '../../text/index.ts';
import { useApp, useText } from '../app/index.ts';
import { type Trouble, toTrouble } from '../connect/index.ts';
import { useRehearsal } from '../rehearsal/index.ts';
import type { MappedObject, Rule } from './rule.ts';

/** The rules of one kind of item as they stand in the page: what was changed is rehearsed and saved all at once. */
export const useMappingDraft = (organizationId: string, object: MappedObject, onSaved: () => Promise<void>) => {
  const app = useApp();
  const t = useText(mappingText);
  const rehearsal = useRehearsal(organizationId);
  /** Undefined: as the service has them, also when they change there. */
  const [changed, setChanged] = useState<readonly Rule[] | undefined>(undefined);
  const [refused, setRefused] = useState<Trouble | undefined>(undefined);
  const [saving, setSaving] = useState(false);
  const rules = changed ?? object.rules;
  /** The rules as they stand now, for an answer that comes after they were changed once more. */
  const standing = useRef(changed);
  standing.current = changed;

  /** What was rehearsed or refused was said of the rules before. */
  const put = (next: readonly Rule[] | undefined): void => {
    setChanged(next);
    setRefused(undefined);
    rehearsal.clear();
  };
  const rehearse = (): void => {
    setRefused(undefined);
    void rehearsal.run({ mapping: { object: object.object, rules: [...rules] } });
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const path = { id: organizationId, object: object.object };
      await app.service.client.call('PUT /api/organizations/{id}/mapping/{object}', { path, body: { rules: [...rules] } });
      app.notice.value = { kind: 'good', text: t('saved') };
      // What was saved stands until it is read anew: else the rules of before would show for a moment.
      await onSaved();
      if (standing.current === changed) put(undefined);
    } catch (error) {
      const trouble = toTrouble(error, app.host.online());
      app.noticed(trouble);
      if (standing.current !== changed) return;
      rehearsal.clear();
      setRefused(trouble);
    } finally {
      setSaving(false);
    }
  };
  const failed = rehearsal.state.kind === 'failed' ? rehearsal.state.trouble : undefined;
  return {
    rules,
    isChanged: changed !== undefined,
    put,
    rehearse,
    save,
    saving,
    rehearsal: rehearsal.state,
    trouble: refused ?? failed,
    wasSaving: refused !== undefined,
  };
};
