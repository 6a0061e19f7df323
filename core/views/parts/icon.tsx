/** Small line drawings for buttons, 20 x 20. Decoration: a button with nothing else gets its name by aria-label. */
const paths = {
  sync: 'M16.2 8A6.5 6.5 0 0 0 4.6 6.4M3.8 12A6.5 6.5 0 0 0 15.4 13.6M4.2 3.2v3.4h3.4M15.8 16.8v-3.4h-3.4',
  open: 'M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-3M11.5 3.5h5v5M16 4l-7 7',
  back: 'M11.5 4.5 6 10l5.5 5.5',
  chevron: 'm7.5 5 5 5-5 5',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  close: 'm5 5 10 10M15 5 5 15',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  people: 'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 16.5c0-3 2-4.5 5-4.5s5 1.5 5 4.5M13 4a2.6 2.6 0 0 1 0 5.2M14.5 12.2c2 .5 3 1.9 3 4.3',
  gear: 'M10 7.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM10 2.5v2.2M10 15.3v2.2M2.5 10h2.2M15.3 10h2.2M4.7 4.7l1.6 1.6M13.7 13.7l1.6 1.6M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6',
  group: 'M3.5 4.5h5v5h-5ZM11.5 4.5h5v5h-5ZM3.5 12h5v4.5h-5ZM11.5 12h5v4.5h-5Z',
  globe: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM2.5 10h15M10 2.5c4 4.5 4 10.5 0 15M10 2.5c-4 4.5-4 10.5 0 15',
  building: 'M4.5 17V4a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v13M12.5 8H15a1 1 0 0 1 1 1v8M3 17h14M7 6.5h3M7 9.5h3M7 12.5h3',
  mailbox: 'M3 5.5h14v9.5H3ZM3.5 6l6.5 5 6.5-5',
  panel: 'M3 4.5h14v11H3ZM12 4.5v11',
  plug: 'M7 3v4M13 3v4M5.5 7h9v2.5a4.5 4.5 0 0 1-9 0ZM10 14v3',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  up: 'M10 16V5M5.5 9 10 4.5 14.5 9',
  down: 'M10 4v11M5.5 11 10 15.5 14.5 11',
} as const;
export type IconName = keyof typeof paths;

export const Icon = ({ name, size = 20 }: { name: IconName; size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2.4 : 1.5}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
