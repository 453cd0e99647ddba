// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForKeys } from '../../../../src/app/features/shortcuts/listen-for-keys.ts';
import { Reading } from '../../../../src/app/reading.tsx';
import { ReaderProvider, useSelectedFilm } from '../../../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { ViewerProvider } from '../../../../src/app/store/viewer/viewer-context.tsx';
import { createViewerStore } from '../../../../src/app/store/viewer/viewer-store.ts';
import { perLabel } from '../../../../src/models/labels.ts';
import { FULL, shelfOf } from '../../fake-shelf.ts';
import { FakeAnalyser, fileSource, READY, settle, shownFilm, shownStudy } from '../../fakes.ts';
import { stubCanvas } from '../../stub-canvas.ts';

let analyser: FakeAnalyser;
let store: ReaderStore;
let deafen: () => void;

function SelectedReading() {
  const entry = useSelectedFilm();
  return entry && <Reading key={entry.id} entry={entry} />;
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (key: string) => userEvent.keyboard(key);
const tell = (change: () => void) =>
  act(async () => {
    change();
    await settle();
  });

beforeEach(async () => {
  stubCanvas();
  deafen = listenForKeys(() => true);
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
  analyser.tellModels(READY);
  analyser.tellShelf(shelfOf(FULL));
  store.getState().addFilms([fileSource('a.png')]);
  analyser.run(0).onEvent({ type: 'decoded', film: shownFilm('a.png') });
  analyser.run(0).finish({ type: 'done', study: shownStudy('a.png') });
  await settle();
  render(
    <ReaderProvider store={store}>
      <ViewerProvider store={createViewerStore()} display={null}>
        <SelectedReading />
      </ViewerProvider>
    </ReaderProvider>,
  );
});
afterEach(() => {
  cleanup();
  deafen();
});

describe('the viewer', () => {
  it('shows one, two or three pictures, or all in one', async () => {
    expect(screen.getAllByRole('img', { name: /a\.png/ })).toHaveLength(3);
    await userEvent.click(button('Lungs'));
    expect(screen.queryByRole('img', { name: /^Outline/ })).toBeNull();
    await userEvent.click(button('Heat map'));
    await userEvent.click(button('Film'));
    expect(screen.getByRole('img', { name: 'Film a.png' })).toBeInTheDocument();
    await press('s');
    expect(button('One over the other')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('img', { name: /and lungs over a\.png/ })).toBeInTheDocument();
  });

  it('has a key for every tool and switch, told by its button', async () => {
    for (const [key, name] of [
      ['w', 'Window: brightness and contrast'],
      ['l', 'Measure'],
      ['v', 'Move'],
      ['f', 'Flip left and right'],
      ['i', 'Invert greys'],
      ['m', 'Magnifier'],
      ['e', 'Correct the lungs'],
    ] as const) {
      await press(key);
      expect(button(name)).toHaveAttribute('aria-pressed', 'true');
      expect(button(name)).toHaveAttribute('aria-keyshortcuts', key);
    }
    expect(screen.getAllByText('Flipped')).toHaveLength(3);
  });
});

it('is printed without the tools and marks of a correction', async () => {
  await press('e');
  const tools = () => screen.queryByRole('region', { name: 'Correct the lungs' });
  expect(tools()).toBeInTheDocument();
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(tools()).toBeNull();
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(tools()).toBeInTheDocument();
});

it('marks edited lungs at the headline, in figures beside the model’s, and can go back', async () => {
  const id = store.getState().films.at(0)?.id ?? 0;
  await press('e');
  await tell(() => store.getState().editLungs(id, { width: 1, height: 1, data: Uint8Array.of(0) }));
  expect(screen.getByText('Reading inside the corrected lungs')).toBeVisible();
  const study = {
    ...shownStudy('a.png'),
    lungsEdited: true,
    lungFraction: 0.2,
    probabilities: perLabel((label) => (label === 'tb' ? 0.6 : 0.1)),
    label: 'tb' as const,
  };
  await tell(() => analyser.comparison(0).finish({ type: 'done', study }));
  expect(screen.getByRole('heading', { name: 'Lungs edited by hand' })).toBeVisible();
  const row = screen.getByRole('row', { name: /^Tuberculosis/ });
  expect(row).toHaveTextContent('20.0 %60.0 %+40.0');
  expect(screen.getByRole('row', { name: /^Lungs/ })).toHaveTextContent('25.0 %20.0 %-5.0');
  await userEvent.click(button("Back to the model's lungs"));
  expect(screen.queryByRole('heading', { name: 'Lungs edited by hand' })).toBeNull();
  expect(screen.getByRole('heading', { name: 'Viral pneumonia' })).toBeVisible();
});
