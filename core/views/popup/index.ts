/** The toolbar popup. */
export { renderPopup } from './render-popup.tsx';
