export * from './entra-settings.ts';
export * from './entra-tokens.ts';
export * from './sign-in.ts';
