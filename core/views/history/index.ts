export { ItemHistory } from './item-history.tsx';
export { PreviewCard } from './preview-card.tsx';
export { Undo } from './undo.tsx';
