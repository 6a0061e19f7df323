/** The version of package.json, put in by the build. */
declare const __LOCKSTEP_VERSION__: string;
/** The service that `npm run extension` builds for; undefined in what is shipped. */
declare const __LOCKSTEP_SERVICE__: string | undefined;
