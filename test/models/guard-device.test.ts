import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { guardDevice } from '../../src/models/guard-device.ts';

const never = <T>() => new Promise<T>(() => {});

test('what runs when the device is lost ends at once, and what would run later too', async () => {
  let lose: (reason: string) => void = () => {};
  const guard = guardDevice(
    'webgpu',
    new Promise((resolve) => {
      lose = resolve;
    }),
  );
  expect(await guard(async () => 7)).toBe(7);
  const underWay = [guard(never), guard(never)];
  lose('unplugged');
  const lost = { code: 'device-lost', message: expect.stringContaining('unplugged') };
  for (const one of underWay) await expect(one).rejects.toMatchObject(lost);
  await expect(guard(async () => 7)).rejects.toMatchObject(lost);
});

test('a GPU that stays silent for a minute is given up, and plain JavaScript is not', async () => {
  vi.useFakeTimers();
  try {
    const onGpu = guardDevice('webgl', never())(never);
    const given = expect(onGpu).rejects.toMatchObject({ code: 'no-answer' });
    await vi.advanceTimersByTimeAsync(60_000);
    await given;
    const onCpu = guardDevice('cpu', never())(never).then(() => 'ended');
    const later = new Promise((resolve) => setTimeout(resolve, 600_000, 'still runs'));
    const first = Promise.race([onCpu, later]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await first).toBe('still runs');
  } finally {
    vi.useRealTimers();
  }
});

test('an overrun memory has its own code', async () => {
  const guard = guardDevice('wasm', never());
  await expect(
    guard(() => Promise.reject(new WebAssembly.RuntimeError('memory access out of bounds'))),
  ).rejects.toMatchObject({ code: 'out-of-memory' });
});

test('a device that is never lost keeps no answer', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const guard = guardDevice('wasm', never());
  const answers: WeakRef<Float32Array>[] = [];
  for (let film = 0; film < 20; film++) {
    answers.push(new WeakRef(await guard(async () => new Float32Array(1000))));
  }
  await new Promise((resolve) => setTimeout(resolve, 10));
  collect();
  expect(answers.filter((answer) => answer.deref()).length).toBeLessThanOrEqual(1);
});
