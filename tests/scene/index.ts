export * from './bodies.ts';
export * from './open-scene.ts';
