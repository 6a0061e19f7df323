export { addPerson, type NewPerson } from './add-person.ts';
export { editSome } from './edit-some.ts';
export { seedMany } from './seed-many.ts';
export { seedWorld } from './seed-world.ts';
