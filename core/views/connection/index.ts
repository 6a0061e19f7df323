/** The check of the way to the mailbox and to Salesforce. */
export { CheckConnection } from './check-connection.tsx';
