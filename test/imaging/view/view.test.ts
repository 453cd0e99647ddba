import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actualSize,
  fitFilm,
  flipSides,
  panBy,
  turnClockwise,
  zoomAbout,
} from '../../../src/imaging/view/change-view.ts';
import { fittedView, type View } from '../../../src/imaging/view/view.ts';
import { toFilm, toView, viewTransform } from '../../../src/imaging/view/view-transform.ts';

const side = fc.integer({ min: 128, max: 5000 });
const film = fc.record({ widthFilmPx: side, heightFilmPx: side });
const paneSide = fc.integer({ min: 40, max: 2600 });
const pane = fc.record({
  widthViewPx: paneSide,
  heightViewPx: paneSide,
  pixelRatio: fc.constantFrom(1, 1.25, 2, 3),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** A film in a pane, looked at anyhow. */
const looked = fc
  .record({
    film,
    pane,
    base: fc.constantFrom('fit' as const, 'actual' as const),
    factor: fc.double({ min: 0.5, max: 8, noNaN: true }),
    u: share,
    v: share,
    quarterTurns: fc.integer({ min: 0, max: 3 }),
    flipped: fc.boolean(),
  })
  .map(({ film, pane, u, v, ...rest }) => {
    const centre = { xFilmPx: u * film.widthFilmPx, yFilmPx: v * film.heightFilmPx };
    return { place: { film, pane }, view: { ...rest, centre } as View };
  });

const FILM = { widthFilmPx: 4000, heightFilmPx: 2000 };
const PANE = { widthViewPx: 500, heightViewPx: 500, pixelRatio: 2 };

describe('viewTransform', () => {
  it('leads from the film to the pane and back', () => {
    fc.assert(
      fc.property(looked, share, share, ({ place, view }, u, v) => {
        const to = viewTransform(view, place.film, place.pane);
        const at = { xFilmPx: u * place.film.widthFilmPx, yFilmPx: v * place.film.heightFilmPx };
        const back = toFilm(to, toView(to, at));
        expect(back.xFilmPx).toBeCloseTo(at.xFilmPx, 5);
        expect(back.yFilmPx).toBeCloseTo(at.yFilmPx, 5);
      }),
    );
  });

  it('shows the whole film when fitted, touching two edges, turned or not', () => {
    fc.assert(
      fc.property(looked, ({ place, view }) => {
        const { film, pane } = place;
        const to = viewTransform(fitFilm(view, film), film, pane);
        const corners = [
          toView(to, { xFilmPx: 0, yFilmPx: 0 }),
          toView(to, { xFilmPx: film.widthFilmPx, yFilmPx: film.heightFilmPx }),
        ];
        const xs = corners.map(({ xViewPx }) => xViewPx).sort((a, b) => a - b);
        const ys = corners.map(({ yViewPx }) => yViewPx).sort((a, b) => a - b);
        const gap = (low = 0, high = 0, size: number) => Math.min(low, size - high);
        const gapX = gap(xs[0], xs[1], pane.widthViewPx);
        const gapY = gap(ys[0], ys[1], pane.heightViewPx);
        expect(Math.min(gapX, gapY)).toBeCloseTo(0, 6);
        expect(Math.max(gapX, gapY)).toBeGreaterThan(-1e-6);
      }),
    );
  });

  it('draws one film pixel on one device pixel at 1:1', () => {
    expect(viewTransform(actualSize(fittedView(FILM)), FILM, PANE).scale).toBe(0.5);
  });

  it('turns clockwise and then swaps the sides', () => {
    // A quarter turn brings the film's top left corner to the top right of the pane: the film of
    // 4000 x 2000 is then 250 wide and 500 high in its middle.
    const turned = turnClockwise(fittedView(FILM));
    const corner = { xFilmPx: 0, yFilmPx: 0 };
    expect(toView(viewTransform(turned, FILM, PANE), corner)).toEqual({ xViewPx: 375, yViewPx: 0 });
    const mirrored = toView(viewTransform(flipSides(turned), FILM, PANE), corner);
    expect(mirrored).toEqual({ xViewPx: 125, yViewPx: 0 });
  });
});

describe('changing the view', () => {
  it('zooms about the point under the cursor', () => {
    const times = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(looked, times, share, share, ({ place, view }, by, u, v) => {
        const { film, pane } = place;
        const at = { xViewPx: u * pane.widthViewPx, yViewPx: v * pane.heightViewPx };
        const zoomed = zoomAbout(view, by, at, place);
        const before = toFilm(viewTransform(view, film, pane), at);
        const after = toFilm(viewTransform(zoomed, film, pane), at);
        const { xFilmPx, yFilmPx } = zoomed.centre;
        const stopped =
          xFilmPx === 0 ||
          yFilmPx === 0 ||
          xFilmPx === film.widthFilmPx ||
          yFilmPx === film.heightFilmPx;
        if (stopped) return;
        expect(after.xFilmPx).toBeCloseTo(before.xFilmPx, 4);
        expect(after.yFilmPx).toBeCloseTo(before.yFilmPx, 4);
      }),
    );
  });

  it('keeps the film under the finger that pans', () => {
    const view = { ...fittedView(FILM), factor: 4, quarterTurns: 3, flipped: true };
    const place = { film: FILM, pane: PANE };
    const from = { xViewPx: 300, yViewPx: 200 };
    const held = toFilm(viewTransform(view, FILM, PANE), from);
    const panned = panBy(view, -40, 25, place);
    const now = toView(viewTransform(panned, FILM, PANE), held);
    expect(now.xViewPx).toBeCloseTo(260, 9);
    expect(now.yViewPx).toBeCloseTo(225, 9);
  });

  it('never loses the film, nor leaves sensible scales', () => {
    fc.assert(
      fc.property(looked, ({ place, view }) => {
        const at = { xViewPx: 0, yViewPx: place.pane.heightViewPx };
        let lost = zoomAbout(panBy(view, 1e6, -1e6, place), 1e9, at, place);
        expect(viewTransform(lost, place.film, place.pane).scale).toBeLessThanOrEqual(32.001);
        lost = zoomAbout(lost, 1e-12, at, place);
        const { scale } = viewTransform(lost, place.film, place.pane);
        expect(scale * Math.max(place.film.widthFilmPx, place.film.heightFilmPx)).toBeGreaterThan(
          9,
        );
        expect(lost.centre.xFilmPx).toBeGreaterThanOrEqual(0);
        expect(lost.centre.xFilmPx).toBeLessThanOrEqual(place.film.widthFilmPx);
      }),
    );
  });

  it('is itself again after four turns, or two flips', () => {
    fc.assert(
      fc.property(looked, ({ view }) => {
        expect([1, 2, 3, 4].reduce(turnClockwise, view)).toEqual(view);
        expect(flipSides(flipSides(view))).toEqual(view);
        // Flip, turn, flip is a turn the other way.
        const thereAndBack = turnClockwise(flipSides(turnClockwise(flipSides(view))));
        expect(thereAndBack).toEqual(view);
      }),
    );
  });
});
