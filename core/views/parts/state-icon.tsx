import type { StatusState } from '../../contract/client/index.ts';

/** One shape per state, so that no state is told by its colour alone: tick, ring, clock, triangle, bar. */
const shapes: Record<StatusState, preact.JSX.Element> = {
  'up-to-date': (
    <>
      <circle cx="10" cy="10" r="8" fill="currentColor" />
      <path d="m6.2 10.2 2.6 2.6 5-5.2" fill="none" stroke="var(--colorNeutralBackground1)" stroke-width="1.7" />
    </>
  ),
  syncing: (
    <g class="spin">
      <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-opacity=".25" stroke-width="2.4" />
      <path d="M10 3a7 7 0 0 1 7 7" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />
    </g>
  ),
  waiting: (
    <>
      <circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M10 5.6V10l3 2.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
    </>
  ),
  'needs-attention': (
    <>
      <path d="M10 2.2a1 1 0 0 1 .87.5l7.4 13.2a1 1 0 0 1-.87 1.5H2.6a1 1 0 0 1-.87-1.5L9.13 2.7a1 1 0 0 1 .87-.5Z" fill="currentColor" />
      <path d="M10 7.4v4.4" stroke="var(--colorNeutralBackground1)" stroke-width="1.7" stroke-linecap="round" />
      <circle cx="10" cy="14.4" r="1" fill="var(--colorNeutralBackground1)" />
    </>
  ),
  off: (
    <>
      <circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <path d="M6.4 10h7.2" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
    </>
  ),
};

/** The state's shape in its colour. Decoration: the word stands beside it. */
export const StateIcon = ({ state, size = 20 }: { state: StatusState; size?: number }) => (
  <svg class={`icon state-${state}`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {shapes[state]}
  </svg>
);
