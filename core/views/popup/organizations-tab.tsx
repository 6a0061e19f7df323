import { organizationsText } from '../../text/index.ts';
import { useText } from '../app/index.ts';
import { OrganizationList } from '../organizations/index.ts';
import { Card } from '../parts/index.ts';

/** The organizations with state and counts, each with its switch. */
export const OrganizationsTab = ({ maySwitch }: { maySwitch: boolean }) => {
  const t = useText(organizationsText);
  return (
    <Card title={t('title')} quietTitle>
      <OrganizationList maySwitch={maySwitch} />
    </Card>
  );
};
