// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixesFor } from '../../../../src/app/features/gate/fixes.ts';
import { Reading } from '../../../../src/app/reading.tsx';
import { ReaderProvider, useSelectedFilm } from '../../../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { GATE_CODES, type RefusalCode } from '../../../../src/pipeline/gate/gate-codes.ts';
import type { ShownStudy } from '../../../../src/pipeline/shown-film.ts';
import type { Outcome } from '../../../../src/workers/analysis/analyser.ts';
import { FULL, shelfOf } from '../../fake-shelf.ts';
import { FakeAnalyser, fileSource, READY, settle, shownFilm, shownStudy } from '../../fakes.ts';
import { stubCanvas } from '../../stub-canvas.ts';

let analyser: FakeAnalyser;
let store: ReaderStore;

function SelectedReading() {
  const entry = useSelectedFilm();
  return entry && <Reading key={entry.id} entry={entry} />;
}

async function show(outcome: Outcome) {
  store.getState().addFilms([fileSource('a.png')]);
  const run = analyser.run(0);
  run.onEvent({ type: 'decoded', film: shownFilm('a.png') });
  run.finish(outcome);
  await settle();
  render(
    <ReaderProvider store={store}>
      <SelectedReading />
    </ReaderProvider>,
  );
}

const refused = (...codes: RefusalCode[]): Outcome => ({
  type: 'refused',
  problem: { code: codes[0] ?? '', message: 'Not so.', advice: 'Do this.' },
  codes,
  lungs: null,
});
const done = (changes: Partial<ShownStudy>): Outcome => ({
  type: 'done',
  study: { ...shownStudy('a.png'), ...changes },
});
const button = (name: string) => screen.queryByRole('button', { name });

beforeEach(() => {
  stubCanvas();
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
  analyser.tellModels(READY);
  analyser.tellShelf(shelfOf(FULL));
});
afterEach(cleanup);

describe('fixesFor', () => {
  it.each([
    [['inverted'], ['invert']],
    [['upside-down'], ['turn-half']],
    [['rotated-left'], ['turn-clockwise']],
    [['rotated-right'], ['turn-counterclockwise']],
    [
      ['rotated-right', 'inverted', 'cropped'],
      ['invert', 'turn-counterclockwise'],
    ],
    [['cropped', 'not-a-chest'], []],
  ] as const)('sets %j right by %j', (codes, fixes) => {
    expect(fixesFor(codes)).toEqual(fixes);
  });
});

describe('a refusal', () => {
  it('offers to set the film right, and reads it so', async () => {
    await show(refused('inverted', 'rotated-left'));
    await userEvent.click(button('Invert, rotate and read') as HTMLElement);
    expect(analyser.run(1).source.corrections).toEqual(['invert', 'turn-clockwise']);
    expect(analyser.run(1).source.overrides).toBeUndefined();
  });

  it('offers to read the film as it is, once', async () => {
    await show(refused('cropped'));
    expect(button('Invert and read')).toBeNull();
    await userEvent.click(button('Read anyway') as HTMLElement);
    expect(analyser.run(1).source.overrides).toEqual(GATE_CODES);
    analyser.run(1).finish(refused('no-lungs'));
    await screen.findByText('Code: no-lungs');
    expect(button('Read anyway')).toBeNull();
  });
});

describe('a frame that was set aside', () => {
  const frame = { left: 54, top: 50, right: 52, bottom: 48 };

  it('is told beside the answer, and taken back in one press', async () => {
    const study = shownStudy('a.png');
    await show(done({ film: { ...study.film, frame }, corrections: ['frame'] }));
    expect(screen.getByTestId('corrected')).toHaveTextContent('frame set aside');
    expect(screen.getByTestId('frame')).toHaveTextContent('54 left, 50 above, 52 right, 48 below');
    await userEvent.click(button('Read with the frame') as HTMLElement);
    expect(analyser.run(1).source.keepFrame).toBe(true);
  });

  it('is not spoken of where there was none', async () => {
    await show(done({}));
    expect(screen.queryByTestId('frame')).toBeNull();
  });
});

describe('an answer', () => {
  it('says for good that its film was refused, and how it was changed', async () => {
    await show(
      done({ gateOverridden: ['inverted', 'cropped'], corrections: ['turn-half', 'invert'] }),
    );
    expect(screen.getByTestId('overridden')).toHaveTextContent(
      'Read although refused: inverted, cropped',
    );
    expect(screen.getByTestId('corrected')).toHaveTextContent(
      'Changed before reading: turned by 180°, inverted',
    );
  });

  it('stands beside the warnings, and a failure on its way', async () => {
    await show(
      done({ warnings: ['child'], recoveries: [{ code: 'device-lost', backend: 'webgl' }] }),
    );
    const list = screen.getByRole('list', { name: 'Mind when reading this answer' });
    expect(list).toHaveTextContent('learned from adults only');
    expect(screen.getByText(/read again from its start/)).toBeVisible();
    expect(screen.queryByTestId('overridden')).toBeNull();
  });
});

it('says why a film is read again', async () => {
  store.getState().addFilms([fileSource('a.png')]);
  const run = analyser.run(0);
  run.onEvent({ type: 'decoded', film: shownFilm('a.png') });
  run.onEvent({
    type: 'recovering',
    problem: { code: 'device-lost', message: 'The device was lost.', advice: '' },
  });
  render(
    <ReaderProvider store={store}>
      <SelectedReading />
    </ReaderProvider>,
  );
  expect(screen.getByText('The device was lost. The film is read again.')).toBeVisible();
});
