export * from './may-adjust.ts';
export * from './resolve-settings.ts';
export * from './setting-keys.ts';
