import 'wxt/browser';

// WXT writes these types into .wxt at each build; declared here so that types can be checked on a fresh clone.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}
