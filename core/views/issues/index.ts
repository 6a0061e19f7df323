/** Items that wait for a person, and the answers one can give. */
export { IssueList } from './issue-list.tsx';
