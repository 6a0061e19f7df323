export * from './object-map.ts';
