import type { FilmSize } from './points.ts';

/**
 * How panes of one film stand in a box: side by side, one under the other, or the first one large
 * beside the others.
 */
export type Arrangement = 'row' | 'column' | 'lead';

interface Box {
  readonly widthViewPx: number;
  readonly heightViewPx: number;
}

/** The arrangement in which the films have the most area together; of equals the earlier one. */
export function arrangePanes(count: number, film: FilmSize, box: Box): Arrangement {
  const { widthViewPx: width, heightViewPx: height } = box;
  const area = (paneWidth: number, paneHeight: number) => {
    const scale = Math.min(paneWidth / film.widthFilmPx, paneHeight / film.heightFilmPx);
    return film.widthFilmPx * film.heightFilmPx * scale ** 2;
  };
  const areas: [Arrangement, number][] = [
    ['row', count * area(width / count, height)],
    ['column', count * area(width, height / count)],
  ];
  if (count === 3)
    areas.push(['lead', area(width * LEAD, height) + 2 * area(width * (1 - LEAD), height / 2)]);
  return areas.reduce((best, one) => (one[1] > best[1] * 1.001 ? one : best))[0];
}

/** Share of the width that a leading pane has; panes.module.css says the same. */
const LEAD = 0.58;
