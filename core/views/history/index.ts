export { ItemHistory } from './item-history.tsx';
export { PreviewCard } from './preview-card.tsx';
export { RowTable } from './row-table.tsx';
export { Undo } from './undo.tsx';
export type { Row } from './use-job.ts';
