export { type Config, type ConfigName, configSchema } from './config-schema.ts';
export { isLoopback } from './is-loopback.ts';
export { type Arguments, readArguments } from './read-arguments.ts';
export { ConfigFailure, configFileName, environmentName, readConfig } from './read-config.ts';
