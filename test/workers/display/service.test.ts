import { beforeEach, expect, it, vi } from 'vitest';
import type { Film } from '../../../src/imaging/film.ts';
import type { FromDisplay, ToDisplay } from '../../../src/workers/display/protocol.ts';
import { createDisplayService } from '../../../src/workers/display/service.ts';
import { fileSource } from '../../app/fakes.ts';

const SIDE = 1100;

/** Bright to the right by a grey each pixel, 16 bits. */
function ramp(name: string): Film {
  const data = Float32Array.from({ length: SIDE * 2 }, (_, i) => (i % SIDE) * 10);
  return { name, format: 'png', width: SIDE, height: 2, maxValue: 65_535, data };
}

let told: FromDisplay[];
let painted: { rgba: Uint8ClampedArray; width: number }[];
let receive: (message: ToDisplay) => void;
const read = vi.fn(async (source: { name: string }) => ramp(source.name));

beforeEach(() => {
  told = [];
  painted = [];
  receive = createDisplayService({
    read,
    toBitmap: async (rgba, width) => {
      painted.push({ rgba, width });
      return { width } as ImageBitmap;
    },
    post: (message) => told.push(message),
  });
});

const open = (openId: number) => receive({ type: 'open', openId, source: fileSource('a') });
const draw = (drawId: number, finest = 0, inverted = false) =>
  receive({
    type: 'draw',
    openId: 1,
    drawId,
    window: { centre: 5495.5, width: 10_991 },
    inverted,
    finest,
  });
const opened = () => vi.waitFor(() => expect(told.at(-1)?.type).toBe('opened'));
const drawn = () => told.flatMap((one) => (one.type === 'drawn' ? [[one.drawId, one.level]] : []));

it('opens a film with the window it starts with, and one without the extremes', async () => {
  open(1);
  await opened();
  expect(told).toEqual([
    {
      type: 'opened',
      openId: 1,
      levels: 2,
      start: { centre: 5495.5, width: 10_991 },
      auto: expect.objectContaining({ width: expect.any(Number) }),
    },
  ]);
  const [first] = told;
  expect(first?.type === 'opened' && first.auto.width).toBeLessThan(10_990);
});

it('draws coarse levels first, down to the finest that is needed, inverted or not', async () => {
  open(1);
  await opened();
  draw(1);
  await vi.waitFor(() =>
    expect(drawn()).toEqual([
      [1, 1],
      [1, 0],
    ]),
  );
  expect(painted.map(({ width }) => width)).toEqual([550, 1100]);
  expect([...(painted[1]?.rgba.slice(-4) ?? [])]).toEqual([255, 255, 255, 255]);
  draw(2, 1, true);
  await vi.waitFor(() => expect(drawn()).toContainEqual([2, 1]));
  expect([...(painted[2]?.rgba.slice(0, 4) ?? [])]).toEqual([255, 255, 255, 255]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(drawn()).not.toContainEqual([2, 0]);
});

it('gives up a draw for a newer one', async () => {
  open(1);
  await opened();
  draw(1);
  draw(2);
  await vi.waitFor(() => expect(drawn()).toContainEqual([2, 0]));
  expect(drawn()).not.toContainEqual([1, 0]);
});

it('tells the grey of a pixel, and none beside the film', async () => {
  open(1);
  await opened();
  const probe = (probeId: number, xFilmPx: number, yFilmPx: number) =>
    receive({ type: 'probe', openId: 1, probeId, xFilmPx, yFilmPx });
  probe(1, 7.9, 1.2);
  probe(2, -0.1, 0);
  probe(3, 0, 2);
  expect(told.slice(1)).toEqual([
    { type: 'value', openId: 1, probeId: 1, value: 70 },
    { type: 'value', openId: 1, probeId: 2, value: null },
    { type: 'value', openId: 1, probeId: 3, value: null },
  ]);
});

it('drops a film that was left for another, and what is asked of it', async () => {
  open(1);
  open(2);
  await opened();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(told.map((one) => 'openId' in one && one.openId)).toEqual([2]);
  draw(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(drawn()).toEqual([]);
});

it('tells why a film cannot be opened', async () => {
  read.mockRejectedValueOnce(new Error('gone'));
  open(1);
  await vi.waitFor(() => expect(told[0]).toMatchObject({ type: 'failed', openId: 1 }));
});
