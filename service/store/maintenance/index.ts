export { allCustomers } from './all-customers.ts';
export { type KeyChange, rotateKeys } from './rotate-keys.ts';
export { sealedWith } from './sealed-with.ts';
