export * from './list.ts';
export * from './problem.ts';
export * from './problem-code.ts';
export * from './problem-field-code.ts';
export * from './route.ts';
export * from './routes/index.ts';
