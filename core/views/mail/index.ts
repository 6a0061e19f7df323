/** The open message and Salesforce. */
export { MailState } from './mail-state.tsx';
