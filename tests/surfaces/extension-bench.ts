import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type LoadedExtension, openExtension } from './browser/open-extension.ts';
import { type FakeService, startFakeService } from './fake-service/start-fake-service.ts';

export interface ExtensionBench {
  readonly service: FakeService;
  readonly extension: LoadedExtension;
}

/** The built extension before the fake service for the tests of one file, each in the demo world as it begins. `signIn` is done once, before them. */
export const extensionBench = (signIn: (extension: LoadedExtension) => Promise<void>): ExtensionBench => {
  let service: FakeService;
  let extension: LoadedExtension;
  beforeAll(async () => {
    service = await startFakeService();
    extension = await openExtension(service.built.extension, service.url);
    await signIn(extension);
  }, 120_000);
  afterAll(async () => {
    await extension?.close();
    await service?.close();
  });
  beforeEach(() => service.begin());
  return {
    get service() {
      return service;
    },
    get extension() {
      return extension;
    },
  };
};
