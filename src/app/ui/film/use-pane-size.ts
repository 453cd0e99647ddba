import { type RefObject, useEffect, useState } from 'react';
import type { PaneSize } from '../../../imaging/view/points.ts';

/** The box's size in CSS pixels, as it changes; null before it is laid out. */
export function usePaneSize(box: RefObject<HTMLElement | null>): PaneSize | null {
  const [size, setSize] = useState<PaneSize | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize(
        width > 0 && height > 0
          ? { widthViewPx: width, heightViewPx: height, pixelRatio: devicePixelRatio }
          : null,
      );
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return size;
}
