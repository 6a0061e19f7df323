export { DatabaseFailure, type DatabaseFailureCode } from './database-failure.ts';
export { explainFailure } from './explain-failure.ts';
export { keepServer } from './keep-server.ts';
export { lockDataFolder } from './lock-data-folder.ts';
export { makeFolder } from './make-folder.ts';
export { attachServer, type EmbeddedServer, type ServerOptions, startServer } from './start-server.ts';
