import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FilmDisplay } from '../../../src/workers/display/client.ts';
import type { FromDisplay, ToDisplay } from '../../../src/workers/display/protocol.ts';

const SOURCE = { kind: 'demo', name: 'demo' } as const;
const WINDOW = { centre: 128, width: 256 };

let sent: ToDisplay[];
let display: FilmDisplay;
let worker: { onmessage: ((event: MessageEvent<FromDisplay>) => void) | null; onerror: unknown };

beforeEach(() => {
  sent = [];
  display = new FilmDisplay(() => {
    const made = {
      postMessage: (message: ToDisplay) => sent.push(message),
      terminate: vi.fn(),
      onmessage: null,
      onerror: null,
    };
    worker = made;
    return made as never;
  });
});

const say = (data: FromDisplay) => worker.onmessage?.({ data } as MessageEvent<FromDisplay>);
const openId = () => sent.findLast((one) => one.type === 'open')?.openId ?? 0;
const drawId = () => sent.findLast((one) => one.type === 'draw')?.drawId ?? 0;
const bitmap = (name: string) => ({ name, close: vi.fn() }) as unknown as ImageBitmap;
const drawn = (level: number, picture: ImageBitmap, id = drawId()) =>
  say({ type: 'drawn', openId: openId(), drawId: id, level, bitmap: picture });

function open() {
  display.open(SOURCE);
  say({ type: 'opened', openId: openId(), levels: 3, start: WINDOW, auto: WINDOW });
}

describe('FilmDisplay', () => {
  it('asks for a picture once, and again for another window or a finer level', () => {
    open();
    display.draw(WINDOW, false, 1);
    display.draw(WINDOW, false, 1);
    display.draw(WINDOW, false, 2);
    display.draw(WINDOW, false, 0);
    display.draw({ ...WINDOW, centre: 1 }, false, 0);
    display.draw({ ...WINDOW, centre: 1 }, true, 0);
    const finest = sent.flatMap((one) => (one.type === 'draw' ? [one.finest] : []));
    expect(finest).toEqual([1, 0, 0, 0]);
  });

  it('gives the level that is wanted, a coarser one until it comes, and never an older window', () => {
    open();
    display.draw(WINDOW, false, 0);
    const [two, one, zero] = [bitmap('2'), bitmap('1'), bitmap('0')];
    drawn(2, two);
    expect(display.picture(0)).toBe(two);
    drawn(1, one);
    drawn(0, zero);
    expect([0, 1, 2].map((level) => display.picture(level))).toEqual([zero, one, two]);
    display.draw(WINDOW, true, 0);
    const inverted = bitmap('inverted');
    drawn(2, inverted);
    expect(two.close).toHaveBeenCalled();
    expect(display.picture(0)).toBe(inverted);
  });

  it('frees everything of a film that is left, and what comes late', async () => {
    open();
    const old = openId();
    display.draw(WINDOW, false, 2);
    const [kept, late] = [bitmap('kept'), bitmap('late')];
    drawn(2, kept);
    const probe = display.probe({ xFilmPx: 1, yFilmPx: 1 });
    display.open(SOURCE);
    expect(kept.close).toHaveBeenCalled();
    expect(await probe).toBeNull();
    say({ type: 'drawn', openId: old, drawId: drawId(), level: 2, bitmap: late });
    expect(late.close).toHaveBeenCalled();
    expect(display.picture(0)).toBeNull();
    expect(display.state.status).toBe('opening');
  });

  it('answers a probe, and none while nothing is open', async () => {
    expect(await display.probe({ xFilmPx: 0, yFilmPx: 0 })).toBeNull();
    open();
    const probe = display.probe({ xFilmPx: 3, yFilmPx: 4 });
    const asked = sent.findLast((one) => one.type === 'probe');
    expect(asked).toMatchObject({ xFilmPx: 3, yFilmPx: 4 });
    say({ type: 'value', openId: openId(), probeId: asked?.probeId ?? 0, value: 77 });
    expect(await probe).toBe(77);
  });

  it('survives its worker and starts another', () => {
    open();
    (worker.onerror as () => void)();
    expect(display.state.status).toBe('failed');
    open();
    expect(display.state.status).toBe('open');
  });
});
