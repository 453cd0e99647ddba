// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OfflineBadge } from '../../../../src/app/features/offline/offline-badge.tsx';
import { OfflineProvider } from '../../../../src/app/features/offline/offline-context.tsx';
import { OfflineDialog } from '../../../../src/app/features/offline/offline-dialog.tsx';
import {
  createOfflineStore,
  type OfflineStore,
} from '../../../../src/app/features/offline/offline-store.ts';
import { UpdateBar } from '../../../../src/app/features/offline/update-bar.tsx';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { FakeAnalyser, fileSource, settle, shownStudy } from '../../fakes.ts';
import { FakePorts, kept, worker } from './fake-ports.ts';

let analyser: FakeAnalyser;
let reader: ReaderStore;
let ports: FakePorts;
let offline: OfflineStore;

beforeEach(() => {
  analyser = new FakeAnalyser();
  reader = createReaderStore(analyser);
  ports = new FakePorts();
  offline = createOfflineStore(ports);
  render(
    <ReaderProvider store={reader}>
      <OfflineProvider store={offline}>
        <UpdateBar />
        <OfflineBadge />
        <OfflineDialog />
      </OfflineProvider>
    </ReaderProvider>,
  );
});
afterEach(cleanup);

const use = () => screen.getByRole('button', { name: 'Use it now' });
const inPage = (work: () => void) =>
  act(async () => {
    work();
    await settle();
  });

it('a new version says what changed and takes over when asked', async () => {
  expect(screen.queryByRole('region', { name: 'New version' })).toBeNull();
  await inPage(() => offline.getState().workerWaiting(worker()));
  expect(screen.getByText('Version 1.2.3 of 2026-11-24 is ready.')).toBeVisible();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'First.',
    'Second.',
  ]);
  await userEvent.click(use());
  expect(ports.asked).toContain('switch');
});

it('a new version waits for the film that is read, and for those in the queue', async () => {
  await inPage(() => offline.getState().workerWaiting(worker()));
  await inPage(() => reader.getState().addFilms([fileSource('a.png'), fileSource('b.png')]));
  expect(use()).toBeDisabled();
  expect(use()).toHaveAccessibleDescription('A film is being read; the new version waits.');
  await inPage(() => analyser.run(0).finish({ type: 'done', study: shownStudy('a.png') }));
  expect(use()).toBeDisabled();
  await inPage(() => analyser.run(1).finish({ type: 'done', study: shownStudy('b.png') }));
  expect(use()).toBeEnabled();
  expect(use()).toHaveAccessibleDescription('Using it closes the films in the list.');
});

it('a new version can be put off, and shown again', async () => {
  await inPage(() => offline.getState().workerWaiting(worker()));
  await userEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(screen.queryByRole('region', { name: 'New version' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Checking offline use' }));
  expect(screen.getByRole('dialog')).toHaveTextContent('version 1.2.3');
  await userEvent.click(screen.getByRole('button', { name: 'Show it' }));
  expect(use()).toBeEnabled();
});

it('the badge opens what it knows, in words', async () => {
  ports.verified = kept(4, 5);
  await inPage(() => offline.getState().workerActive(worker()));
  await userEvent.click(screen.getByRole('button', { name: 'Not ready offline: 9 of 10 files' }));
  const dialog = screen.getByRole('dialog', { name: 'Not ready offline: 9 of 10 files' });
  expect(dialog).toHaveTextContent('all 4 files, verified, 0.0 MB');
  expect(dialog).toHaveTextContent('5 of 6 files are here');
  ports.verified = kept(4, 6);
  ports.promised = true;
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  await inPage(() => {});
  expect(screen.getByRole('dialog', { name: 'Ready without network' })).toHaveTextContent(
    'The browser has promised to keep them.',
  );
  expect(screen.getByText('Ready without network.')).toHaveAttribute('role', 'status');
});
