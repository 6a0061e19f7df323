/** Customers with state and counts. */
export { CustomerList } from './customer-list.tsx';
