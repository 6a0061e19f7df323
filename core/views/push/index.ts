/** Settings for several users, groups and organizations at once. */
export { PushPage } from './push-page.tsx';
