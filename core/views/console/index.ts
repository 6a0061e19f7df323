/** The console: the administration panel and my own sync. */
export { renderConsole } from './render-console.tsx';
