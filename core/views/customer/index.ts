/** The page of one customer. */
export { CustomerPage } from './customer-page.tsx';
export { type CustomerSection, readCustomerSection } from './customer-sections.ts';
