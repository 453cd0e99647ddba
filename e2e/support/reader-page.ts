import { expect, type Locator, type Page } from '@playwright/test';
import { catalogue } from '../../src/app/i18n/locales/en/index.ts';
import { LABELS } from '../../src/models/labels.ts';

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Networks have to arrive and to pass their self-test before the first film is read. */
export const FIRST_READING_MS = 90_000;

/** The app as its users see it, by roles and names. */
export class ReaderPage {
  readonly done: Locator;
  readonly classes: Locator;
  readonly films: Locator;

  constructor(readonly page: Page) {
    this.done = page.locator('main[data-status="done"]');
    this.classes = page.getByRole('radio');
    this.films = page.getByRole('navigation', { name: 'Films' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.page.getByRole('heading', { name: 'MANet Reader' })).toBeVisible();
  }

  async choose(...files: (TestFile | string)[]): Promise<void> {
    await this.page.locator('input[type=file]:not([data-kind])').setInputFiles(files as string[]);
  }

  /** Drops or pastes files as the browser would, with a DataTransfer made in the page. */
  async deliver(event: 'drop' | 'paste', ...files: TestFile[]): Promise<void> {
    const plain = files.map(({ buffer, ...rest }) => ({
      ...rest,
      base64: buffer.toString('base64'),
    }));
    await this.page.evaluate(
      async ([type, given]) => {
        const transfer = new DataTransfer();
        for (const { name, mimeType, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          transfer.items.add(new File([bytes], name, { type: mimeType }));
        }
        const target = document.querySelector('h1') as HTMLElement;
        if (type === 'paste') {
          window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer }));
          return;
        }
        for (const step of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(
            new DragEvent(step, { bubbles: true, cancelable: true, dataTransfer: transfer }),
          );
          // No hand is so fast that what is dragged is dropped before the page has looked at it.
          await new Promise((done) => setTimeout(done, 50));
        }
      },
      [event, plain] as const,
    );
  }

  picture(name: RegExp): Locator {
    return this.page.getByRole('img', { name });
  }

  /** Share of a square film's pixels, fitted into its pane, that are brighter than nearly black. */
  async litShare(name: RegExp): Promise<number> {
    return this.picture(name).evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const side = Math.min(width, height);
      const rgba = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let lit = 0;
      for (let i = 0; i < rgba.length; i += 4) if ((rgba[i] ?? 0) + (rgba[i + 1] ?? 0) > 24) lit++;
      return lit / side ** 2;
    });
  }

  /** A number that differs between pictures that differ. */
  async fingerprint(name: RegExp): Promise<number> {
    return this.picture(name).evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const rgba = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let hash = 0;
      for (const byte of rgba) hash = (Math.imul(hash, 31) + byte) | 0;
      return hash;
    });
  }

  /** Lungs, five bars that add up, and a heat map of its own for every class. */
  async expectWholeReading(): Promise<void> {
    await expect(this.done).toBeVisible({ timeout: FIRST_READING_MS });
    await this.drawn();
    const film = await this.fingerprint(/^Film /);

    const lungs = await this.page
      .getByText(/^\d+\.\d % of the film$/)
      .first()
      .textContent();
    await this.page.getByRole('button', { name: 'Cut out' }).click();
    await expect(this.picture(/cut out$/)).toBeVisible();
    await expect
      .poll(() => this.litShare(/cut out$/), { message: 'the lungs are drawn' })
      .toBeGreaterThan(0.04);
    const cutOutShare = await this.litShare(/cut out$/);
    await this.page.getByRole('button', { name: 'Outline' }).click();
    expect(Math.abs(cutOutShare - Number.parseFloat(lungs ?? '') / 100)).toBeLessThan(0.03);

    await expect(this.classes).toHaveCount(LABELS.length);
    const texts = await this.classes.allInnerTexts();
    const total = texts.reduce((sum, text) => sum + Number(/([\d.]+) %/.exec(text)?.[1]), 0);
    expect(Math.abs(total - 100)).toBeLessThan(0.5);

    const heats = new Set([film]);
    for (const label of LABELS) {
      const name = catalogue.labels[label];
      await this.page.getByRole('radio', { name }).click();
      await expect(this.picture(new RegExp(`^Heat map of ${name}`))).toBeVisible();
      await this.drawn();
      heats.add(await this.fingerprint(/^Heat map of/));
    }
    // A class may have no evidence at all, which leaves the bare film with its outline.
    expect(heats.size).toBeGreaterThanOrEqual(LABELS.length);
  }

  /** Draws over a picture with the left button, from and to in shares of its box. */
  async drag(picture: Locator, from: [number, number], to: [number, number]): Promise<void> {
    const box = await picture.boundingBox();
    if (!box) throw new Error('the picture is not on screen');
    const at = ([u, v]: [number, number]) =>
      [box.x + u * box.width, box.y + v * box.height] as const;
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 10 });
    await this.page.mouse.up();
  }

  /** Lets what is to be drawn be drawn: pictures wait for the next frame. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const [content, window] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      innerWidth,
    ]);
    expect(content).toBeLessThanOrEqual(window as number);
  }
}
