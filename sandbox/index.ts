export { createControl } from './world/control/create-control.ts';
export { Followers } from './world/control/followers.ts';
export { createDesk, type Desk } from './world/desk.ts';
export { importWorld } from './world/import/index.ts';
export { addPerson, seedMany, seedWorld } from './world/seed/index.ts';
export { createEmulators, type Emulators } from './world/start/create-emulators.ts';
export { type Sandbox, startSandbox } from './world/start/start-sandbox.ts';
export type { Ready } from './world/start/write-ready.ts';
