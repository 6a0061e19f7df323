import { organizationText } from '../../text/index.ts';
import { useResource, useText } from '../app/index.ts';
import { OrganizationCoverage } from '../coverage/index.ts';
import { HoldList } from '../holds/index.ts';
import { OrganizationMapping } from '../mapping/index.ts';
import { OrganizationPreview } from '../organization-preview/index.ts';
import { Icon, PageHeading, Sections, Skeleton, TroubleStrip } from '../parts/index.ts';
import { SettingChanges, SettingsCard, TrySettings } from '../settings/index.ts';
import { SourcesCard } from '../sources/index.ts';
import { type OrganizationSection, sections } from './sections.ts';
import './organization.css';

export interface OrganizationPageProps {
  organizationId: string;
  section: OrganizationSection;
  may: ReadonlySet<string>;
  onTitle: (name: string) => void;
}

const Section = ({ organizationId, section, mayChange }: { organizationId: string; section: OrganizationSection; mayChange: boolean }) => {
  switch (section) {
    case 'coverage':
      return <OrganizationCoverage organizationId={organizationId} />;
    case 'holds':
      return <HoldList level="organization" id={organizationId} />;
    case 'preview':
      return <OrganizationPreview organizationId={organizationId} />;
    case 'mapping':
      return <OrganizationMapping organizationId={organizationId} mayChange={mayChange} />;
    case 'sources':
      return <SourcesCard organizationId={organizationId} mayChange={mayChange} />;
    case 'settings':
      return (
        <>
          {mayChange ? <TrySettings organizationId={organizationId} /> : null}
          <SettingsCard level="organization" id={organizationId} mayChange={mayChange} />
        </>
      );
    case 'changes':
      return <SettingChanges level="organization" id={organizationId} mayUndo={mayChange} />;
  }
};

/** One organization, a section at a time: each has an address of its own, so that it can be opened and sent. */
export const OrganizationPage = ({ organizationId, section, may, onTitle }: OrganizationPageProps) => {
  const t = useText(organizationText);
  const resource = useResource(
    `organization ${organizationId}`,
    (client) => client.call('GET /api/organizations/{id}', { path: { id: organizationId } }),
    (event) => event.kind === 'organization.changed',
  );
  const shown = resource.shown.value;
  const trouble = resource.trouble.value;
  const name = shown?.value.name;
  return (
    <div class="stack organization-page">
      <a class="back" href="#/organizations">
        <Icon name="back" size={16} />
        {t('back-to-list')}
      </a>
      {trouble === undefined ? null : <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void resource.load()} />}
      {name === undefined && trouble === undefined ? <Skeleton lines={[28, 32, 160]} /> : null}
      {name === undefined ? null : (
        <>
          <PageHeading name={name} onTitle={onTitle} />
          <Sections
            label={t('sections', { name })}
            base={`#/organizations/${organizationId}`}
            sections={sections.map((one) => [one, t(one)] as const)}
            current={section}
          />
          <Section organizationId={organizationId} section={section} mayChange={may.has('setting.update')} />
        </>
      )}
    </div>
  );
};
