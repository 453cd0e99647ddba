// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { DeviceDialog } from '../../../../src/app/features/device/device-dialog.tsx';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import type { BackendTrial } from '../../../../src/models/backend-trial.ts';
import { FULL, shelfOf } from '../../fake-shelf.ts';
import { FakeAnalyser, READY } from '../../fakes.ts';

const none = { description: null, reason: null, refusal: null, selfTest: null, testedAt: null };
const TRIALS: readonly BackendTrial[] = [
  {
    ...none,
    backend: 'webgpu',
    state: 'passed-over',
    reason: 'only a software GPU (SwiftShader)',
    refusal: { code: 'software-gpu', renderer: 'SwiftShader' },
  },
  { ...none, backend: 'webgl', state: 'failed', reason: 'wrong lungs in the self-test: off by 3' },
  {
    backend: 'wasm',
    state: 'used',
    description: '2 threads',
    reason: null,
    refusal: null,
    selfTest: {
      lungs: 0.0012,
      classes: 0.00345,
      heat: 0.0002,
      filmCheck: null,
      tookMs: 2340,
      warmMs: null,
    },
    testedAt: Date.UTC(2026, 10, 24, 9),
  },
  { ...none, backend: 'cpu', state: 'not-needed' },
];

afterEach(cleanup);

async function open() {
  const analyser = new FakeAnalyser();
  const store = createReaderStore(analyser);
  analyser.tellShelf(shelfOf(FULL));
  render(
    <ReaderProvider store={store}>
      <DeviceDialog />
    </ReaderProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'About this device' }));
  const dialog = within(screen.getByRole('dialog', { name: 'About this device' }));
  return { analyser, store, dialog };
}

it('tells what became of every backend, with reasons and figures', async () => {
  const { analyser, dialog } = await open();
  expect(dialog.getByText('The networks are not ready.')).toBeVisible();
  act(() => analyser.tellModels({ ...READY, trials: TRIALS } as typeof READY));
  const items = dialog.getAllByRole('listitem').map((item) => item.textContent);
  expect(items).toHaveLength(4);
  expect(items[0]).toMatch(/WebGPU.*Passed over.*Only a software GPU: SwiftShader/);
  expect(items[1]).toMatch(/WebGL.*Failed.*off by 3/);
  expect(items[2]).toMatch(
    /In use.*2 threads.*Self-test passed.*2.34 s.*0\.0012.*0\.0035.*0\.0002/,
  );
  expect(items[2]).not.toMatch(/film check/);
  expect(items[3]).toMatch(/JavaScript.*Not needed/);
  expect(dialog.getByText('classifier-b')).toBeVisible();
});

it('tests again, and computes as a person chooses', async () => {
  const { analyser, store, dialog } = await open();
  act(() => analyser.tellModels({ ...READY, trials: TRIALS } as typeof READY));
  await userEvent.click(dialog.getByRole('radio', { name: 'WebGL' }));
  await userEvent.click(dialog.getByRole('radio', { name: 'WebGL' }));
  await userEvent.click(dialog.getByRole('radio', { name: 'Automatic' }));
  expect(analyser.backends).toEqual(['webgl', null]);
  expect(store.getState().chosenBackend).toBeNull();
  await userEvent.click(dialog.getByRole('button', { name: 'Run the self-test again' }));
  expect(analyser.deviceTests).toBe(1);
  expect(dialog.getByText('Testing', { selector: 'p' })).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Testing' })).toBeDisabled();
});
