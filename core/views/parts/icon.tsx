import { Drawing } from './drawing.tsx';

/** Small line drawings for buttons, 20 x 20. Decoration: a button with nothing else gets its name by aria-label. */
const paths = {
  sync: 'M16.2 8A6.5 6.5 0 0 0 4.6 6.4M3.8 12A6.5 6.5 0 0 0 15.4 13.6M4.2 3.2v3.4h3.4M15.8 16.8v-3.4h-3.4',
  open: 'M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-3M11.5 3.5h5v5M16 4l-7 7',
  back: 'M11.5 4.5 6 10l5.5 5.5',
  chevron: 'm7.5 5 5 5-5 5',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  close: 'm5 5 10 10M15 5 5 15',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  gear: 'M10 7.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6',
  mailbox: 'M3 5.5h14v9.5H3ZM3.5 6l6.5 5 6.5-5',
  panel: 'M3 4.5h14v11H3ZM12 4.5v11',
  plug: 'M7 3v4M13 3v4M5.5 7h9v2.5a4.5 4.5 0 0 1-9 0ZM10 14v3',
  up: 'M10 16V5M5.5 9 10 4.5 14.5 9',
  down: 'M10 4v11M5.5 11 10 15.5 14.5 11',
} as const;
export type IconName = keyof typeof paths;

export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <Drawing lines={paths[name]} size={size} width={name === 'more' ? 2.4 : 1.5} />
);
