export { openSubscriptions } from './open-subscriptions.ts';
