// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Announcer } from '../../../../src/app/announcer.tsx';
import { Answer } from '../../../../src/app/features/answer/answer.tsx';
import { isRead } from '../../../../src/app/store/film-state.ts';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { leadingClasses } from '../../../../src/models/leading-classes.ts';
import { FULL, shelfOf } from '../../fake-shelf.ts';
import { FakeAnalyser, fileSource, settle, shownStudy } from '../../fakes.ts';
import { stubCanvas } from '../../stub-canvas.ts';

beforeEach(stubCanvas);
afterEach(cleanup);

async function show(indeterminate: boolean, indeterminateBelow: number | null) {
  const analyser = new FakeAnalyser();
  const store = createReaderStore(analyser);
  analyser.tellShelf(shelfOf({ ...FULL, card: { ...FULL.card, indeterminateBelow } }));
  store.getState().addFilms([fileSource('a')]);
  analyser.run(0).finish({ type: 'done', study: { ...shownStudy('a'), indeterminate } });
  await settle();
  const [entry] = store.getState().films;
  if (!entry || !isRead(entry)) throw new Error('the film was not read');
  render(
    <ReaderProvider store={store}>
      <Answer entry={entry} />
    </ReaderProvider>,
  );
}

describe('a clear answer', () => {
  it('names the class, its probability and the model that read the film', async () => {
    await show(false, null);
    expect(screen.getByRole('heading')).toHaveTextContent(/^Viral pneumonia$/);
    expect(screen.getByText(/30.0 % probability among five classes, by/)).toHaveTextContent(
      'by Full classifier.',
    );
    expect(screen.queryByText(/An answer takes/)).toBeNull();
    expect(screen.queryByTestId('threshold-normal')).toBeNull();
  });

  it('shows what an answer takes as a line through all bars', async () => {
    await show(false, 0.25);
    expect(screen.getByText('An answer takes 25.0 % or more.')).toBeVisible();
    for (const label of ['normal', 'covid19', 'tb', 'bacterial', 'viral']) {
      expect(screen.getByTestId(`threshold-${label}`).style.insetInlineStart).toBe('25%');
    }
  });
});

describe('an answer that is not clear', () => {
  it('is called indeterminate and names the two leading classes', async () => {
    await show(true, 0.55);
    const heading = screen.getByRole('heading');
    expect(heading).toHaveTextContent(
      'Indeterminate Viral pneumonia, 30.0 % or Bacterial pneumonia, 25.0 %',
    );
    expect(screen.getByText('No clear answer')).toBeVisible();
    expect(screen.getByText('An answer takes 55.0 % or more.')).toBeVisible();
  });

  it('is read aloud with both classes', async () => {
    const analyser = new FakeAnalyser();
    const store = createReaderStore(analyser);
    store.getState().addFilms([fileSource('a')]);
    analyser.run(0).finish({ type: 'done', study: { ...shownStudy('a'), indeterminate: true } });
    await settle();
    render(
      <ReaderProvider store={store}>
        <Announcer />
      </ReaderProvider>,
    );
    expect(
      screen.getByText('a: indeterminate; Viral pneumonia, 30.0 % or Bacterial pneumonia, 25.0 %.'),
    ).toBeInTheDocument();
  });
});

it('takes the two most probable classes, the first of equals first', () => {
  const even = { normal: 0.2, covid19: 0.2, tb: 0.2, bacterial: 0.2, viral: 0.2 };
  expect(leadingClasses(even)).toEqual(['normal', 'covid19']);
  expect(leadingClasses({ ...even, tb: 0.3, viral: 0.25 })).toEqual(['tb', 'viral']);
});
