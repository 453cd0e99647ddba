// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Reading } from '../../src/app/reading.tsx';
import { ReaderProvider, useSelectedFilm } from '../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../src/app/store/reader-store.ts';
import { perLabel } from '../../src/models/labels.ts';
import type { Outcome } from '../../src/workers/analysis/analyser.ts';
import { FAST, FULL, PLAIN, shelfOf } from './fake-shelf.ts';
import { FakeAnalyser, fileSource, READY, settle, shownFilm, shownStudy } from './fakes.ts';
import { stubCanvas } from './stub-canvas.ts';

let analyser: FakeAnalyser;
let store: ReaderStore;

function SelectedReading() {
  const entry = useSelectedFilm();
  return entry && <Reading key={entry.id} entry={entry} />;
}

/** A film that is read, on screen. */
async function show(outcome: Outcome = { type: 'done', study: shownStudy('a.png') }) {
  store.getState().addFilms([fileSource('a.png')]);
  const run = analyser.run(analyser.runs.length - 1);
  run.onEvent({ type: 'decoded', film: shownFilm('a.png') });
  run.finish(outcome);
  await settle();
  render(
    <ReaderProvider store={store}>
      <SelectedReading />
    </ReaderProvider>,
  );
}

/** The other model's answer: Normal 60 %, Viral 10 %, the rest 10 % each. */
const otherStudy = {
  ...shownStudy('a.png'),
  probabilities: perLabel((label) => (label === 'normal' ? 0.6 : 0.1)),
  label: 'normal' as const,
  models: { segmenter: 'segmenter-a', classifier: 'plain' },
};

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const tell = (change: () => void) =>
  act(async () => {
    change();
    await settle();
  });

beforeEach(() => {
  stubCanvas();
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
  analyser.tellModels(READY);
  analyser.tellShelf(shelfOf(FULL, PLAIN));
});
afterEach(cleanup);

describe('a film that is read', () => {
  it('says which model read it, by its title, also after another was chosen', async () => {
    await show();
    store.getState().chooseClassifier('plain');
    expect(screen.getByText('Full classifier')).toBeVisible();
    expect(screen.getByText('An answer takes 55.0 % or more.')).toBeVisible();
  });

  it('names the model by its id while the shelf is not known', async () => {
    analyser.tellShelf({ status: 'loading' });
    await show();
    expect(screen.getAllByText('classifier-b')[0]).toBeVisible();
    expect(screen.queryByText(/An answer takes/)).toBeNull();
  });

  it('leads to the card of the model that read it', async () => {
    await show({
      type: 'done',
      study: { ...shownStudy('a'), models: { segmenter: 's', classifier: 'plain' } },
    });
    await press('What these figures mean');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('Plain classifier');
  });

  it('offers no comparison where there is no other model', async () => {
    analyser.tellShelf(shelfOf(FULL));
    await show();
    expect(screen.queryByRole('button', { name: 'Compare' })).toBeNull();
  });
});

describe('the comparison', () => {
  it('says how much must be fetched and waits to be asked', async () => {
    await show();
    await press('Compare');
    expect(screen.getByRole('heading', { name: 'Two models, one film' })).toHaveFocus();
    expect(screen.getByText(/^46.0 MB will be fetched from this very app/)).toBeVisible();
    expect(analyser.comparisons).toHaveLength(0);
    await press('Fetch and compare');
    expect(analyser.comparison(0).request.classifier).toBe('plain');
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });

  it('tells of download and reading, and can be cancelled', async () => {
    await show();
    await press('Compare');
    await press('Fetch and compare');
    const run = analyser.comparison(0);
    await tell(() => run.onEvent({ type: 'downloading', loadedBytes: 1e7, totalBytes: 4e7 }));
    const bar = screen.getByRole('progressbar', { name: 'Plain classifier reads too' });
    expect(bar).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByText('Fetching, 10.0 MB of 40.0 MB')).toBeVisible();
    await tell(() => run.onEvent({ type: 'downloading', loadedBytes: 4e7, totalBytes: 4e7 }));
    expect(screen.getByText('Fetched; checking and starting it')).toBeVisible();
    const progress = { stage: 'explaining', fraction: 0.9 } as const;
    await tell(() => run.onEvent({ type: 'progress', progress }));
    expect(screen.getByText('Reading the film inside the same lungs')).toBeVisible();
    await press('Cancel');
    expect(run.signal.aborted).toBe(true);
    expect(screen.getByRole('button', { name: 'Fetch and compare' })).toBeVisible();
  });

  it('shows both readings with their differences, and one class for both heat maps', async () => {
    await show();
    await press('Compare');
    await press('Fetch and compare');
    await tell(() => analyser.comparison(0).finish({ type: 'done', study: otherStudy }));
    expect(screen.getByRole('status')).toHaveTextContent(
      'The models disagree: Full classifier says Viral pneumonia (30.0 %); Plain classifier says Normal (60.0 %).',
    );
    expect(screen.getAllByRole('radio').map((item) => item.getAttribute('aria-label'))).toEqual([
      'Normal: Full classifier 10.0 %, Plain classifier 60.0 %, 50.0 points higher',
      'COVID-19: Full classifier 15.0 %, Plain classifier 10.0 %, 5.0 points lower',
      'Tuberculosis: Full classifier 20.0 %, Plain classifier 10.0 %, 10.0 points lower',
      'Bacterial pneumonia: Full classifier 25.0 %, Plain classifier 10.0 %, 15.0 points lower',
      'Viral pneumonia: Full classifier 30.0 %, Plain classifier 10.0 %, 20.0 points lower',
    ]);
    expect(screen.getAllByText('Heat for Viral pneumonia: 100.0 % inside the lungs')).toHaveLength(
      2,
    );
    const bars = screen.getByRole('radiogroup', { name: 'Class whose heat maps are shown' });
    await userEvent.click(within(bars).getByRole('radio', { name: /^Viral/ }));
    await userEvent.keyboard('{ArrowUp}{Enter}');
    for (const title of ['Full classifier', 'Plain classifier']) {
      const name = `Heat map of Bacterial pneumonia over a.png by ${title}`;
      expect(screen.getByRole('img', { name })).toBeInTheDocument();
    }
    expect(screen.getByRole('slider', { name: 'Opacity of the heat map' })).toBeInTheDocument();
  });

  it('says why it failed and tries again', async () => {
    await show();
    await press('Compare');
    await press('Fetch and compare');
    const problem = { code: 'download-failed', message: 'Not there.', advice: 'Check.' };
    await tell(() => analyser.comparison(0).finish({ type: 'failed', problem }));
    expect(screen.getByRole('alert')).toHaveTextContent(/No answer from Plain.*Not there.*Check/);
    expect(screen.getByRole('heading', { name: 'Two models, one film' })).toHaveFocus();
    await press('Try again');
    expect(analyser.comparisons).toHaveLength(2);
  });

  it('gives the focus back when it is closed, and keeps only what is done', async () => {
    await show();
    await press('Compare');
    await press('Fetch and compare');
    await press('Back to the reading');
    expect(analyser.comparison(0).signal.aborted).toBe(true);
    expect(screen.getByRole('button', { name: 'Compare' })).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Viral pneumonia' })).toBeVisible();
    await press('Compare');
    await press('Fetch and compare');
    await tell(() => analyser.comparison(1).finish({ type: 'done', study: otherStudy }));
    await press('Back to the reading');
    await press('Compare');
    expect(screen.getByRole('status')).toHaveTextContent('The models disagree');
    expect(analyser.comparisons).toHaveLength(2);
  });

  it('begins at once with a model that is loaded already', async () => {
    analyser.tellModels({ ...READY, classifier: 'plain' } as typeof READY);
    await show();
    await press('Compare');
    expect(analyser.comparison(0).request.classifier).toBe('plain');
  });

  it('lets another model be chosen, and stops the one under way', async () => {
    analyser.tellShelf(shelfOf(FULL, FAST, PLAIN));
    await show();
    await press('Compare');
    await press('Fetch and compare');
    const others = screen.getByRole('radiogroup', { name: 'Compare with' });
    expect(within(others).getByRole('radio', { checked: true })).toHaveTextContent('Plain');
    await userEvent.click(within(others).getByRole('radio', { name: /Fast/ }));
    expect(analyser.comparison(0).signal.aborted).toBe(true);
    expect(screen.getByText(/^9.0 MB will be fetched/)).toBeVisible();
    await press('Fetch and compare');
    expect(analyser.comparison(1).request.classifier).toBe('fast');
  });

  it('says where the list of models cannot be read, and tries again', async () => {
    const problem = { code: 'shelf-invalid', message: 'No list.', advice: 'Reload.' };
    analyser.tellShelf({ status: 'failed', problem });
    await show();
    await press('Compare');
    expect(screen.getByRole('alert')).toHaveTextContent('No list.');
    await press('Try again');
    expect(analyser.shelfLoads).toBe(1);
    expect(screen.getByText('Reading which models there are.')).toBeVisible();
  });
});

describe('a film that was refused', () => {
  it('is shown with the lungs that were found, and without an answer', async () => {
    const problem = { code: 'lungs-scattered', message: 'In pieces.', advice: 'Check it.' };
    const lungs = { width: 1, height: 1, data: Uint8Array.of(1) };
    await show({ type: 'refused', problem, lungs });
    expect(screen.getByRole('heading', { name: 'This film was refused' })).toBeVisible();
    expect(screen.getByRole('img', { name: /^Outline of the lungs/ })).toBeInTheDocument();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('shows no outline where no lungs were sought', async () => {
    const problem = { code: 'no-contrast', message: 'Blank.', advice: 'Check it.' };
    await show({ type: 'refused', problem, lungs: null });
    expect(screen.queryByRole('img', { name: /^Outline/ })).toBeNull();
  });
});

describe('a film unlike the training films', () => {
  it('is answered with a warning that leads to what the network was trained on', async () => {
    await show({ type: 'done', study: { ...shownStudy('a.png'), warnings: ['unfamiliar'] } });
    expect(screen.getByText(/unlike the films that the network was trained on/)).toBeVisible();
    await press('What it was trained on');
    expect(screen.getByRole('dialog', { name: 'About the models' })).toBeVisible();
  });
});
