/** What is left of the daily requests of the customers' Salesforce orgs. */
export { SalesforceBudgets } from './salesforce-budgets.tsx';
