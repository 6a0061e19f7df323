/** What a surface offers to the views. Each surface implements it in its own host folder. */
export { browserParts } from './browser-parts.ts';
export { type FakeHost, fakeHost } from './fake-host.ts';
export type { Host, HostClock, HostStorage, NestedSignIn, ServiceAddress, Surface, Theme, WebSignIn } from './host.ts';
export type { ItemPerson, ItemSource, OpenItem, Stop } from './open-item.ts';
export { webStorage } from './web-storage.ts';
