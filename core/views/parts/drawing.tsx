/** A line drawing of 20 x 20 in the colour of the text around it. Decoration: whoever shows it gives the name. */
export const Drawing = ({ lines, size = 20, width = 1.5 }: { lines: string; size?: number; width?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={lines} fill="none" stroke="currentColor" stroke-width={width} stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
