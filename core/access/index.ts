export * from './action.ts';
export * from './may.ts';
export * from './place.ts';
export * from './role-actions.ts';
