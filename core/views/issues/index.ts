/** Items that wait for a person, and the answers one can give. */
export { IssueCard } from './issue-card.tsx';
export { IssueList } from './issue-list.tsx';
