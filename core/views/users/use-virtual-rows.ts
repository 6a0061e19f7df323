import { elementScroll, observeElementOffset, observeElementRect, type VirtualItem, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';

export interface VirtualRows {
  rows: readonly VirtualItem[];
  /** Height of all rows together, in pixels. */
  height: number;
  show(index: number): void;
}

/** Only the rows in view, of however many. All rows are `size` pixels high; a head of `headSize` sticks above them. */
export const useVirtualRows = (scroller: RefObject<HTMLElement | null>, count: number, size: number, headSize: number): VirtualRows => {
  const [, redraw] = useState(0);
  const options = {
    count,
    estimateSize: () => size,
    overscan: 8,
    // The head scrolls along and sticks: rows begin below it, and a row that is shown must not end up behind it.
    scrollMargin: headSize,
    scrollPaddingStart: headSize,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw((turn) => turn + 1),
  };
  // Made once, and told below what changes.
  const virtualizer = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(options), []);
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return { rows: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(), show: (index) => virtualizer.scrollToIndex(index) };
};
