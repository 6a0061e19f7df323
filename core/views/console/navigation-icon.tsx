import { Drawing, Icon } from '../parts/index.ts';

/** Drawings that only the console's navigation shows. */
const drawings = {
  customers: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM2.5 10h15M10 2.5c4 4.5 4 10.5 0 15M10 2.5c-4 4.5-4 10.5 0 15',
  users: 'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 16.5c0-3 2-4.5 5-4.5s5 1.5 5 4.5M13 4a2.6 2.6 0 0 1 0 5.2M14.5 12.2c2 .5 3 1.9 3 4.3',
  organizations: 'M4.5 17V4a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v13M12.5 8H15a1 1 0 0 1 1 1v8M3 17h14M7 6.5h3M7 9.5h3M7 12.5h3',
  groups: 'M3.5 4.5h5v5h-5ZM11.5 4.5h5v5h-5ZM3.5 12h5v4.5h-5ZM11.5 12h5v4.5h-5Z',
} as const;

export const NavigationIcon = ({ page }: { page: keyof typeof drawings | 'settings' | 'my-sync' }) => {
  if (page === 'settings') return <Icon name="plug" />;
  return page === 'my-sync' ? <Icon name="mailbox" /> : <Drawing lines={drawings[page]} />;
};
