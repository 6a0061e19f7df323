export { clearBooks } from './clear-books.ts';
export { customizationDesk } from './customization-desk.ts';
export { endClear } from './end-clear.ts';
export { forgetWorld } from './forget-world.ts';
