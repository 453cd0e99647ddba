import type { CDPSession, Locator, Page } from '@playwright/test';

/** A place in a picture, in shares of its box. */
export type Share = readonly [number, number];

interface Placed {
  readonly x: number;
  readonly y: number;
}

const STEPS = 8;

/** Pens and fingers as the browser gets them from the system, which Playwright has no words for. */
export class Fingers {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Draws a line with a pen that is pressed half. */
  async pen(picture: Locator, from: Share, to: Share): Promise<void> {
    const [path] = await this.#paths(picture, [[from, to]]);
    const [first, ...others] = path as Placed[];
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: Placed) =>
      this.session.send('Input.dispatchMouseEvent', {
        ...place,
        type,
        pointerType: 'pen',
        force: 0.5,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
      });
    await send('mousePressed', first as Placed);
    for (const place of others) await send('mouseMoved', place);
    await send('mouseReleased', others.at(-1) as Placed);
  }

  /** Moves as many fingers as there are lines, all at once; they come down and go up in turn. */
  async touch(picture: Locator, ...lines: (readonly [Share, Share])[]): Promise<void> {
    const paths = await this.#paths(picture, lines);
    const at = (step: number, fingers = paths.length) =>
      paths.slice(0, fingers).map((path, id) => ({ ...(path[step] as Placed), id }));
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: object[]) =>
      this.session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints as Placed[] });
    for (let finger = 1; finger <= paths.length; finger++) await send('touchStart', at(0, finger));
    for (let step = 1; step <= STEPS; step++) await send('touchMove', at(step));
    for (let left = paths.length - 1; left >= 0; left--) await send('touchEnd', at(STEPS, left));
  }

  async #paths(picture: Locator, lines: readonly (readonly [Share, Share])[]): Promise<Placed[][]> {
    const box = await picture.boundingBox();
    if (!box) throw new Error('the picture is not on screen');
    return lines.map(([from, to]) =>
      Array.from({ length: STEPS + 1 }, (_, step) => {
        const along = (a: number, b: number) => a + ((b - a) * step) / STEPS;
        return {
          x: box.x + along(from[0], to[0]) * box.width,
          y: box.y + along(from[1], to[1]) * box.height,
        };
      }),
    );
  }
}
