export * from './node-network.ts';
