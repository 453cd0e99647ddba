// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelCard } from '../../../../src/app/features/model-card/model-card.tsx';
import { ModelsDialog } from '../../../../src/app/features/model-card/models-dialog.tsx';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { segmenterCard } from '../../../pipeline/threshold-engine.ts';
import { bareCard, FULL, fullCard, PLAIN, shelfOf } from '../../fake-shelf.ts';
import { FakeAnalyser, READY } from '../../fakes.ts';

afterEach(cleanup);

const section = (name: string | RegExp) => within(screen.getByRole('region', { name }));
const rowOf = (name: string) => {
  const row = screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement;
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
};

describe('a card that leaves nothing out', () => {
  beforeEach(() => {
    render(<ModelCard card={fullCard} bytes={47_000_000} />);
  });

  it('is headed by its title and says what kind of network it is', () => {
    expect(screen.getByRole('article', { name: 'Full classifier' })).toBeVisible();
    expect(
      screen.getByText(/^Net of nets, with mask attention, 32 × 32 px, float32$/),
    ).toBeVisible();
  });

  it('says what it must not be used for, and its confounders', () => {
    const never = section('It must not be used for');
    expect(never.getByText('Diagnosis of any patient.')).toBeVisible();
    const known = section('Known confounders and limits');
    expect(known.getByText('Age is confounded with the answer.')).toBeVisible();
  });

  it('gives each figure with its interval and its films, and says where there is no interval', () => {
    const measured = section('Measured');
    expect(measured.getByText('74.2 %')).toBeVisible();
    expect(measured.getByText('95 % interval 70.4 to 77.8 %')).toBeVisible();
    expect(measured.getByText('0.928')).toBeVisible();
    expect(measured.getByText('no interval given')).toBeVisible();
    expect(measured.getAllByText('1,756 films, paper, test by patient')).toHaveLength(2);
  });

  it('gives a table of the classes, in their order', () => {
    expect(rowOf('Normal')).toEqual(['40', '50.0 %40.0 to 95.0 %', '0.900no interval']);
    expect(rowOf('Viral pneumonia')).toEqual(['44', '90.0 %40.0 to 95.0 %', '0.900no interval']);
  });

  it('says how far its probabilities can be believed, as a diagram and as a table', async () => {
    expect(rowOf('before')).toEqual(['0.113', '0.410']);
    expect(rowOf('after, temperature 0.80')).toEqual(['0.031', '0.362']);
    const diagram = screen.getByRole('img', { name: /2 groups of films/ });
    expect(diagram.querySelectorAll('circle')).toHaveLength(2);
    expect(diagram).toHaveTextContent('top probability');
    await userEvent.click(screen.getByText('The diagram as a table'));
    expect(rowOf('80.0 %')).toEqual(['78.0 %', '100']);
    expect(screen.queryByRole('rowheader', { name: '95.0 %' })).toBeNull();
  });

  it('says when it gives no answer, and what share is answered', () => {
    const silent = section('When it gives no answer');
    expect(silent.getByText(/no class reaches 55.0 %/)).toBeVisible();
    expect(silent.getByText(/83.2 % of the films.*81.2 % of those answers/)).toBeVisible();
  });

  it('says which films it refuses and how well it tells them', () => {
    const unlike = section('Films unlike its training films');
    expect(
      unlike.getByText(/646 films of validation films, of which 95.0 % are accepted/),
    ).toBeVisible();
    expect(rowOf('photographs')).toEqual(['120', '0.912', '71.0 %']);
  });

  it('says what it was trained on', () => {
    const trained = section('What it was trained on');
    for (const text of ['5,401 of 3,532 patients', '92 minutes, 11 epochs', '7', 'abc1234']) {
      expect(trained.getByText(text)).toBeVisible();
    }
  });

  it('folds the hashes of its files away', async () => {
    expect(screen.getByText('For study alone.')).toBeVisible();
    expect(screen.getByText('Download: 47.0 MB.')).toBeVisible();
    const hash = screen.getByText('a'.repeat(64));
    expect(hash.closest('details')).not.toHaveAttribute('open');
    await userEvent.click(screen.getByText('SHA-256 of its 1 files'));
    expect(hash.closest('details')).toHaveAttribute('open');
  });
});

describe('a card that leaves out what it may', () => {
  it('says so in every section', () => {
    render(<ModelCard card={bareCard} bytes={null} />);
    for (const sentence of [
      /no figures over all films/,
      /no figures of single classes/,
      /This has not been measured/,
      /No threshold is set/,
      /does not look for films unlike/,
      /download size is not stated/,
    ]) {
      expect(screen.getByText(sentence)).toBeVisible();
    }
    expect(screen.getAllByText(/names none, which does not mean/)).toHaveLength(2);
  });

  it('says where the share of answered films is not known', () => {
    render(<ModelCard card={{ ...bareCard, indeterminateBelow: 0.6 }} bytes={null} />);
    expect(screen.getByText(/does not say what share/)).toBeVisible();
  });

  it('has no sections about classes where it finds lungs', () => {
    render(<ModelCard card={segmenterCard} bytes={null} />);
    expect(screen.queryByRole('region', { name: 'Class by class' })).toBeNull();
    expect(screen.getByRole('region', { name: 'What it was trained on' })).toBeVisible();
  });
});

describe('the dialog of all models', () => {
  let analyser: FakeAnalyser;
  let store: ReaderStore;

  beforeEach(async () => {
    analyser = new FakeAnalyser();
    store = createReaderStore(analyser);
    render(
      <ReaderProvider store={store}>
        <ModelsDialog trigger={<button type="button">About the models</button>} />
      </ReaderProvider>,
    );
  });

  const open = () => userEvent.click(screen.getByRole('button', { name: 'About the models' }));

  it('has a tab for each classifier, with role and size, and one for the lungs', async () => {
    analyser.tellShelf(shelfOf(FULL, PLAIN));
    await open();
    expect(screen.getByRole('dialog', { name: 'About the models' })).toBeVisible();
    const tabs = screen.getAllByRole('tab').map((tab) => tab.textContent);
    expect(tabs).toEqual([
      'Full classifierdefault, 47.0 MB',
      'Plain classifierfor comparison, 46.0 MB',
      'Lung finderfinds the lungs',
    ]);
    expect(screen.getByRole('article', { name: 'Full classifier' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'About the models' })).toHaveFocus();
  });

  it('says why the cards cannot be read, and tries again', async () => {
    const problem = { code: 'shelf-invalid', message: 'No list.', advice: 'Reload.' };
    analyser.tellShelf({ status: 'failed', problem });
    await open();
    expect(screen.getByRole('alert')).toHaveTextContent(/No list.*Reload/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(analyser.shelfLoads).toBe(1);
    expect(screen.getByRole('progressbar', { name: 'Reading the cards' })).toBeInTheDocument();
  });

  it('has another classifier read films, tells its way, and offers another try', async () => {
    analyser.tellShelf(shelfOf(FULL, PLAIN));
    analyser.tellModels(READY);
    await open();
    expect(screen.getByText('It reads the films.')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: /Plain/ }));
    expect(screen.getByText(/^46.0 MB, fetched from this very app/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Have it read films' }));
    expect(analyser.chosen).toEqual(['plain']);

    const loading = { status: 'loading', totalBytes: 4e7, startingOn: null } as const;
    analyser.tellModels({ ...loading, loadedBytes: 1e7 });
    const bar = await screen.findByRole('progressbar', { name: 'Loading Plain classifier' });
    expect(bar).toHaveAttribute('aria-valuenow', '25');

    const problem = { code: 'download-failed', message: 'Not there.', advice: 'Check.' };
    analyser.tellModels({ status: 'failed', problem });
    expect(await screen.findByRole('alert')).toHaveTextContent('Not there.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(analyser.loads).toBe(1);

    analyser.tellModels({ ...READY, classifier: 'plain' } as typeof READY);
    expect(await screen.findByText('It reads the films.')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: /Full/ }));
    expect(screen.getByRole('button', { name: 'Have it read films' })).toBeVisible();
  });
});
