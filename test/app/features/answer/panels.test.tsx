// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProbabilityBars } from '../../../../src/app/features/answer/probability-bars.tsx';
import { ProblemPanel } from '../../../../src/app/features/answer/problem-panel.tsx';
import { Worklist } from '../../../../src/app/features/worklist/worklist.tsx';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { FakeAnalyser, fileSource, settle, shownStudy } from '../../fakes.ts';

afterEach(cleanup);

describe('the probabilities', () => {
  const { probabilities } = shownStudy('a');

  it('name all five classes with their percentages, in a fixed order', () => {
    render(
      <ProbabilityBars
        probabilities={probabilities}
        top="viral"
        chosen="viral"
        onChoose={() => {}}
      />,
    );
    const names = screen.getAllByRole('radio').map((item) => item.getAttribute('aria-label'));
    expect(names).toEqual([
      'Normal, 10.0 %',
      'COVID-19, 15.0 %',
      'Tuberculosis, 20.0 %',
      'Bacterial pneumonia, 25.0 %',
      'Viral pneumonia, 30.0 %',
    ]);
    expect(screen.getByTestId('bar-bacterial')).toHaveStyle({ width: '25%' });
  });

  it('mark the chosen class and let another be chosen by mouse or keyboard', async () => {
    const choose = vi.fn();
    render(
      <ProbabilityBars
        probabilities={probabilities}
        top="viral"
        chosen="viral"
        onChoose={choose}
      />,
    );
    expect(screen.getByRole('radio', { checked: true })).toHaveAccessibleName(/Viral/);
    await userEvent.click(screen.getByRole('radio', { name: /Tuberculosis/ }));
    expect(choose).toHaveBeenLastCalledWith('tb');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(choose).toHaveBeenLastCalledWith('covid19');
  });

  it('always leave one class chosen', async () => {
    const choose = vi.fn();
    render(
      <ProbabilityBars
        probabilities={probabilities}
        top="viral"
        chosen="viral"
        onChoose={choose}
      />,
    );
    await userEvent.click(screen.getByRole('radio', { name: /Viral/ }));
    expect(choose).not.toHaveBeenCalled();
  });
});

describe('the error panel', () => {
  const show = (kind: 'refused' | 'failed', code: string) => {
    const [onRetry, onRemove] = [vi.fn(), vi.fn()];
    const problem = { code, message: 'It is damaged.', advice: 'Copy it again.' };
    render(<ProblemPanel name="a.png" {...{ kind, problem, onRetry, onRemove }} />);
    return { onRetry, onRemove };
  };

  it('says which file, what is wrong and what to do', () => {
    show('failed', 'corrupt-image');
    expect(screen.getByRole('heading')).toHaveTextContent('This file cannot be read');
    for (const text of ['a.png', 'It is damaged.', 'Copy it again.', 'Code: corrupt-image']) {
      expect(screen.getByText(text)).toBeVisible();
    }
  });

  it('offers another try only where it can help', async () => {
    const { onRetry, onRemove } = show('failed', 'worker-crashed');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await userEvent.click(screen.getByRole('button', { name: /Remove/ }));
    expect(onRetry).toHaveBeenCalledOnce();
    expect(onRemove).toHaveBeenCalledOnce();
    cleanup();
    show('failed', 'not-an-image');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    cleanup();
    show('refused', 'no-lungs');
    expect(screen.getByRole('heading')).toHaveTextContent('This film was refused');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});

describe('the list of films', () => {
  it('shows how each film stands and lets films be chosen and removed', async () => {
    const analyser = new FakeAnalyser();
    const store = createReaderStore(analyser);
    store.getState().addFilms(['a.png', 'b.png'].map(fileSource));
    analyser.run(0).finish({
      type: 'failed',
      problem: { code: 'empty-file', message: 'The file is empty.', advice: 'Copy it again.' },
    });
    await settle();
    render(
      <ReaderProvider store={store}>
        <Worklist />
      </ReaderProvider>,
    );
    const [first, second] = within(screen.getByRole('navigation')).getAllByRole('listitem');
    expect(first).toHaveTextContent('Could not be read');
    expect(second).toHaveTextContent('Reading the file');
    await userEvent.click(screen.getByText('b.png'));
    expect(screen.getByRole('button', { current: true })).toHaveTextContent('b.png');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel b.png' }));
    expect(analyser.run(1).signal.aborted).toBe(true);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });
});
