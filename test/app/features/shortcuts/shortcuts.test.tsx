// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppShortcuts } from '../../../../src/app/features/shortcuts/app-shortcuts.tsx';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { settings } from '../../../../src/app/store/settings/settings-store.ts';
import { matchesKey } from '../../../../src/app/ui/shortcuts/shortcut.ts';
import { useHeatShortcuts } from '../../../../src/app/ui/shortcuts/use-heat-shortcuts.ts';
import { FakeAnalyser, fileSource } from '../../fakes.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('a key', () => {
  it('is taken by its letter, or by its place on keyboards of other scripts', () => {
    const o = { key: 'o' };
    expect(matchesKey(o, { ...none, key: 'o', code: 'KeyO' })).toBe(true);
    expect(matchesKey(o, { ...none, key: 'خ', code: 'KeyO' })).toBe(true);
    // Dvorak has an r where others have an o.
    expect(matchesKey(o, { ...none, key: 'r', code: 'KeyO' })).toBe(false);
    expect(matchesKey({ key: '1' }, { ...none, key: '&', code: 'Digit1' })).toBe(true);
    expect(matchesKey({ key: '?' }, { ...none, key: '?', code: 'Slash', shiftKey: true })).toBe(
      true,
    );
  });

  it('is left to the browser together with control, alt or the command key', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) {
      expect(matchesKey({ key: 'o' }, { ...none, key: 'o', code: 'KeyO', [held]: true })).toBe(
        false,
      );
    }
  });
});

describe('on the screen', () => {
  let store: ReaderStore;
  let opened: number;
  let chosen: string[];

  function Heat() {
    useHeatShortcuts((label) => chosen.push(label));
    return <input aria-label="Field" />;
  }

  beforeEach(() => {
    store = createReaderStore(new FakeAnalyser());
    store.getState().addFilms(['a.png', 'b.png', 'c.png'].map(fileSource));
    [opened, chosen] = [0, []];
    settings.setState({ singleKeys: true });
    render(
      <ReaderProvider store={store}>
        <AppShortcuts onOpen={() => opened++} />
        <Heat />
      </ReaderProvider>,
    );
  });
  afterEach(cleanup);

  const selected = () => store.getState().films.get(store.getState().selectedId ?? -1)?.source.name;

  it('keys go from film to film, stop at the ends, remove, open and choose', async () => {
    await userEvent.keyboard('n');
    expect(selected()).toBe('b.png');
    await userEvent.keyboard('nnp');
    expect(selected()).toBe('b.png');
    await userEvent.keyboard('{Delete}');
    expect(store.getState().films).toHaveLength(2);
    await userEvent.keyboard('o3');
    expect(opened).toBe(1);
    expect(chosen).toEqual(['tb']);
    await userEvent.keyboard(',,');
    expect(store.getState().heatOpacity).toBeCloseTo(0.4);
  });

  it('fields keep every key for themselves', async () => {
    await userEvent.type(screen.getByRole('textbox', { name: 'Field' }), 'no?3');
    expect(screen.getByRole('textbox', { name: 'Field' })).toHaveValue('no?3');
    expect([selected(), opened, chosen.length]).toEqual(['a.png', 0, 0]);
  });

  it('single characters can be turned off, other keys stay', async () => {
    settings.setState({ singleKeys: false });
    await userEvent.keyboard('no3?');
    expect([selected(), opened, chosen.length]).toEqual(['a.png', 0, 0]);
    await userEvent.keyboard('{Delete}');
    expect(store.getState().films).toHaveLength(2);
  });

  it('the sheet lists what works, and only what is meant for dialogs works over it', async () => {
    await userEvent.keyboard('?');
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const text of [
      'Next film',
      'Open films',
      'Heat map of Tuberculosis',
      'Fainter heat map',
    ]) {
      expect(within(sheet).getByText(text)).toBeVisible();
    }
    expect(within(sheet).getByText('Del')).toBeVisible();
    await userEvent.keyboard('n2');
    expect([selected(), chosen]).toEqual(['a.png', ['covid19']]);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
