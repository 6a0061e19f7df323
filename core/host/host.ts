import type { Transport } from '../contract/client/index.ts';
import type { ItemSource, Stop } from './open-item.ts';

export type Surface = 'sidepanel' | 'popup' | 'console' | 'taskpane' | 'ribbon' | 'background' | 'web';
export type Theme = 'light' | 'dark';

export interface HostClock {
  /** Milliseconds since 1970, by this machine. */
  now(): number;
  /** Ends early, without an error, when the signal aborts. */
  sleep(milliseconds: number, signal?: { readonly aborted: boolean }): Promise<void>;
  every(milliseconds: number, tick: () => void): Stop;
}

/**
 * What is kept between pages: the sign-in and a few choices. Shared by all pages of one surface family; never synchronized to other
 * machines.
 */
export interface HostStorage {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string | undefined): Promise<void>;
  onChanged(listener: (key: string) => void): Stop;
}

export interface HostChannel {
  tell(said: unknown): void;
  close(): void;
}

/** Opens the provider's sign-in and comes back with the address it returned to, or undefined when the person closed it. */
export interface WebSignIn {
  returnTo: string;
  run(url: string): Promise<string | undefined>;
}

/** An Entra access token for our own API, from Outlook itself (nested app authentication). */
export interface NestedSignIn {
  /** Undefined where it cannot be had without asking, or was declined. */
  token(ask: 'silently' | 'with-window' | 'renewed'): Promise<string | undefined>;
}

/** Where the service is, and who may say so. */
export interface ServiceAddress {
  /** Undefined until somebody has said it. */
  get(): Promise<string | undefined>;
  /** Set by the company, or given with the page: not to be changed here. */
  fixed: boolean;
  /** Asks the browser for leave to reach it; false where the person declined. Call it straight from a click. */
  set?(url: string): Promise<boolean>;
  onChanged(listener: () => void): Stop;
}

/** What a surface offers to the views: the only way by which a view reaches the browser's, Outlook's or the extension's own functions. */
export interface Host {
  readonly surface: Surface;
  readonly version: string;
  /** BCP 47, as browser or Outlook say it, best first. */
  readonly languages: readonly string[];
  readonly clock: HostClock;
  readonly storage: HostStorage;
  readonly service: ServiceAddress;
  readonly fetch: Transport['fetch'];
  /** Null where no item can be open: popup, console. */
  readonly item: ItemSource | null;
  readonly webSignIn: WebSignIn | null;
  readonly nestedSignIn: NestedSignIn | null;
  /** A random key for a request. */
  newKey(): string;
  /** Random bytes and SHA-256, for PKCE. */
  randomBytes(count: number): Uint8Array;
  sha256(text: string): Promise<Uint8Array>;
  /** One at a time by name, across all pages of the surface family. Rejects when `waitUntil` aborts before it was this page's turn. */
  exclusive<T>(name: string, act: () => Promise<T>, waitUntil?: AbortSignal): Promise<T>;
  /** Tells the other pages of the surface family, and hears what they tell under this name. */
  channel(name: string, hear: (said: unknown) => void): HostChannel;
  /** Whether the machine says it has a network; it may be wrong in saying yes. */
  online(): boolean;
  onOnlineChanged(listener: () => void): Stop;
  /** Hidden pages need no live updates. */
  onVisible(listener: (visible: boolean) => void): Stop;
  /** Outlook's own theme where it names one; null to follow the browser. */
  theme(): Theme | null;
  onThemeChanged(listener: () => void): Stop;
  openUrl(url: string): void;
  /** Opens the console at a place such as "#/users"; null where there is none. */
  openConsole: ((place: string) => void) | null;
  openPanel: (() => Promise<void>) | null;
  /** Takes the newest version that the store has, where the page does not come from the service itself. */
  update: (() => Promise<void>) | null;
  copy(text: string): Promise<void>;
}
