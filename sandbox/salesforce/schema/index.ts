export type { Field, FieldType, Row, Value } from './field.ts';
export { field } from './field.ts';
export { childRelationship, type ObjectType } from './object-type.ts';
export { name as nameType } from './objects/name.ts';
export { wholeName } from './person-name.ts';
export { Schema } from './schema.ts';
