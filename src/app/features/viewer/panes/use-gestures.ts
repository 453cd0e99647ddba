import { type RefObject, useEffect, useRef } from 'react';
import { fitFilm, panBy, zoomAbout } from '../../../../imaging/view/change-view.ts';
import type { PaneSize, ViewPoint } from '../../../../imaging/view/points.ts';
import { dragWindow } from '../../../../imaging/view/start-window.ts';
import { toFilm, viewTransform } from '../../../../imaging/view/view-transform.ts';
import type { GreyWindow } from '../../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../../pipeline/shown-film.ts';
import { useViewerStore } from '../../../store/viewer/viewer-context.tsx';
import { firstLook } from '../../../store/viewer/viewer-state.ts';
import type { StrokeHandlers } from '../../../ui/film/lung-editing.ts';

interface GestureParts {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly id: number;
  readonly film: ShownFilm;
  readonly pane: PaneSize | null;
  /** Whether the canvas is there: it comes with the first picture. */
  readonly ready: boolean;
  /** The window that the film is shown in. */
  readonly window: GreyWindow;
  readonly stroke: StrokeHandlers | null;
}

type Action = 'pan' | 'window' | 'ruler' | 'stroke' | 'pinch';

const WHEEL_STEP = 0.0016;
/** A pen's other end, by the Pointer Events standard. */
const ERASER_BUTTON = 32;

/** Pointers over a pane: drag by tool, wheel and pinch to zoom, two fingers to pan. */
export function useGestures(parts: GestureParts): void {
  const { canvas, pane, ready } = parts;
  const latest = useRef(parts);
  latest.current = parts;
  const size = useRef(pane);
  if (pane) size.current = pane;
  const measured = pane !== null;
  const store = useViewerStore();

  useEffect(() => {
    const target = canvas.current;
    if (!target || !measured || !ready) return;
    // Read anew each time: a pane may change its size under a pointer that is down.
    const place = () => ({ film: latest.current.film, pane: size.current as PaneSize });
    const look = () => {
      const { id, film } = latest.current;
      return store.getState().looks.get(id) ?? firstLook(film);
    };
    const changeView = store.getState().changeView;
    const at = (event: MouseEvent): ViewPoint => {
      const box = target.getBoundingClientRect();
      return { xViewPx: event.clientX - box.left, yViewPx: event.clientY - box.top };
    };
    const onFilm = (point: ViewPoint) => {
      const { film, pane } = place();
      return toFilm(viewTransform(look().view, film, pane), point);
    };

    const down = new Map<number, ViewPoint>();
    let action: Action | null = null;
    let spread = 0;
    /** The pointer of a pen that is down. */
    let pen: number | null = null;

    function chooseAction(event: PointerEvent): Action {
      if (event.button === 1) return 'pan';
      if (event.button === 2 || event.shiftKey) return 'window';
      const { editing, tool } = store.getState();
      if (editing && latest.current.stroke) return 'stroke';
      return tool;
    }

    const middleAndSpread = () => {
      const [one, two] = [...down.values()] as [ViewPoint, ViewPoint];
      return {
        xViewPx: (one.xViewPx + two.xViewPx) / 2,
        yViewPx: (one.yViewPx + two.yViewPx) / 2,
        spread: Math.max(1, Math.hypot(one.xViewPx - two.xViewPx, one.yViewPx - two.yViewPx)),
      };
    };

    /** What was begun is taken back. */
    const takeBack = () => {
      if (action === 'stroke') latest.current.stroke?.end(false);
    };

    const onDown = (event: PointerEvent) => {
      // The hand that holds a pen lies on the glass, before or after the pen does.
      if (pen !== null) return;
      if (event.pointerType === 'pen') {
        takeBack();
        down.clear();
        pen = event.pointerId;
      }
      const point = at(event);
      target.setPointerCapture(event.pointerId);
      down.set(event.pointerId, point);
      if (down.size === 2) {
        takeBack();
        action = 'pinch';
        spread = middleAndSpread().spread;
        return;
      }
      if (down.size > 2) return;
      action = chooseAction(event);
      const film = onFilm(point);
      if (action === 'ruler') {
        const { id, film: size } = latest.current;
        store.getState().changeLook(id, size, () => ({ ruler: { from: film, to: film } }));
      }
      if (action === 'stroke') {
        const erase = event.pointerType === 'pen' && (event.buttons & ERASER_BUTTON) !== 0;
        latest.current.stroke?.begin(film, erase);
      }
    };

    function drag(event: PointerEvent, from: ViewPoint, to: ViewPoint): void {
      const { id, film, window, stroke } = latest.current;
      const [dx, dy] = [to.xViewPx - from.xViewPx, to.yViewPx - from.yViewPx];
      if (action === 'pan') changeView(id, film, (view) => panBy(view, dx, dy, place()));
      else if (action === 'window') {
        store.getState().changeLook(id, film, ({ window: set }) => ({
          window: dragWindow(set ?? window, dx, dy, film.maxValue),
        }));
      } else if (action === 'ruler') {
        store.getState().changeLook(id, film, ({ ruler }) => ({
          ruler: ruler && { ...ruler, to: onFilm(to) },
        }));
      } else if (action === 'stroke') {
        // All places since the last frame: fast strokes stay round.
        const passed = event.getCoalescedEvents?.() ?? [];
        for (const one of passed.length > 0 ? passed : [event]) stroke?.move(onFilm(at(one)));
      }
    }

    const onMove = (event: PointerEvent) => {
      const to = at(event);
      const hovers = event.pointerType !== 'touch';
      store.getState().set({ pointer: { at: onFilm(to), hovers } });
      const from = down.get(event.pointerId);
      if (!from) return;
      if (action !== 'pinch') {
        down.set(event.pointerId, to);
        drag(event, from, to);
        return;
      }
      if (down.size !== 2) {
        down.set(event.pointerId, to);
        return;
      }
      const before = middleAndSpread();
      down.set(event.pointerId, to);
      const now = middleAndSpread();
      const { id, film } = latest.current;
      const [dx, dy] = [now.xViewPx - before.xViewPx, now.yViewPx - before.yViewPx];
      changeView(id, film, (view) => {
        const moved = panBy(view, dx, dy, place());
        return zoomAbout(moved, now.spread / spread, now, place());
      });
      spread = now.spread;
    };

    const onUp = (event: PointerEvent) => {
      if (event.pointerId === pen) pen = null;
      if (!down.delete(event.pointerId)) return;
      if (action === 'stroke') latest.current.stroke?.end(event.type === 'pointerup');
      // The finger that stays after a pinch does nothing until it is lifted too.
      if (down.size === 0) action = null;
    };

    const onLeave = () => {
      if (down.size === 0) store.getState().set({ pointer: null });
    };

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { id, film } = latest.current;
      const times = Math.exp(-event.deltaY * WHEEL_STEP * (event.deltaMode === 1 ? 20 : 1));
      changeView(id, film, (view) => zoomAbout(view, times, at(event), place()));
    };

    const onDoubleClick = () => {
      if (store.getState().editing) return;
      const { id, film } = latest.current;
      changeView(id, film, (view) => fitFilm(view, film));
    };

    const prevent = (event: Event) => event.preventDefault();
    target.addEventListener('pointerdown', onDown);
    target.addEventListener('pointermove', onMove);
    target.addEventListener('pointerup', onUp);
    target.addEventListener('pointercancel', onUp);
    target.addEventListener('pointerleave', onLeave);
    target.addEventListener('wheel', onWheel, { passive: false });
    target.addEventListener('dblclick', onDoubleClick);
    target.addEventListener('contextmenu', prevent);
    return () => {
      takeBack();
      target.removeEventListener('pointerdown', onDown);
      target.removeEventListener('pointermove', onMove);
      target.removeEventListener('pointerup', onUp);
      target.removeEventListener('pointercancel', onUp);
      target.removeEventListener('pointerleave', onLeave);
      target.removeEventListener('wheel', onWheel);
      target.removeEventListener('dblclick', onDoubleClick);
      target.removeEventListener('contextmenu', prevent);
    };
  }, [canvas, measured, ready, store]);
}
