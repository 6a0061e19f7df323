/** The frame of every surface: service, sign-in, theme, head and menu. */
export { AccountMenu } from './account-menu.tsx';
export { Header } from './header.tsx';
export { Surface, type SurfaceProps } from './surface.tsx';
export { type Me, useMe } from './use-me.ts';
export type { SurfaceControl } from './use-surface.ts';
