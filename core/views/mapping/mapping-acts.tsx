import { mappingText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { Button } from '../parts/index.ts';
import type { useMappingDraft } from './use-mapping-draft.ts';

/** What can be done with the rules as a whole. Save stands there only where there is something to save. */
export const MappingActs = ({ draft, onAdd }: { draft: ReturnType<typeof useMappingDraft>; onAdd: () => void }) => {
  const t = useText(mappingText);
  return (
    <div class="row">
      <Button onPress={onAdd}>{t('add')}</Button>
      <Button busy={draft.rehearsal.kind === 'running'} onPress={draft.rehearse}>
        {t('rehearse')}
      </Button>
      {draft.isChanged ? (
        <>
          <Button look="primary" busy={draft.saving} onPress={() => void draft.save()}>
            {t('save')}
          </Button>
          <Button look="subtle" onPress={() => draft.put(undefined)}>
            {t('discard')}
          </Button>
          <span class="small quiet">{t('unsaved')}</span>
        </>
      ) : null}
    </div>
  );
};
