export { openCustomizer } from './open-customizer.ts';
