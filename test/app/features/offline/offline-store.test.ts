import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createOfflineStore,
  type OfflineStore,
} from '../../../../src/app/features/offline/offline-store.ts';
import { settle } from '../../fakes.ts';
import { FakePorts, kept, RELEASE, worker } from './fake-ports.ts';

let ports: FakePorts;
let store: OfflineStore;
const state = () => store.getState();
const KEPT = { type: 'kept', path: 'net/a.bin' } as const;
const FULL = {
  type: 'not-kept',
  problem: { code: 'no-space', message: 'No space.', advice: 'Free some.' },
} as const;

beforeEach(() => {
  ports = new FakePorts();
  store = createOfflineStore(ports);
});

describe('createOfflineStore', () => {
  it('is ready only after every file was verified', async () => {
    expect(state().readiness.status).toBe('checking');
    state().workerActive(worker());
    await settle();
    expect(state().readiness).toMatchObject({ status: 'ready', kept: kept(4, 6) });
    expect(ports.asked[0]).toBe('verify');
    expect(state().release).toEqual(RELEASE);
  });

  it('does not take counted files for verified ones', async () => {
    ports.verified = kept(4, 5);
    state().workerActive(worker());
    await settle();
    state().storeNews(KEPT);
    await settle();
    expect(ports.asked).toEqual(['verify', 'count', 'verify']);
    expect(state().readiness).toMatchObject({ status: 'incomplete', kept: kept(4, 5) });
  });

  it('counts once for a burst of files, and verifies when the last is there', async () => {
    ports.verified = kept(4, 0);
    ports.counted = kept(4, 3);
    state().workerActive(worker());
    await settle();
    for (let i = 0; i < 5; i++) state().storeNews(KEPT);
    await settle();
    expect(ports.asked).toEqual(['verify', 'count']);
    expect(state().readiness).toMatchObject({ status: 'incomplete', kept: kept(4, 3) });
    ports.counted = kept(4, 6);
    ports.verified = kept(4, 6);
    state().storeNews(KEPT);
    await settle();
    expect(ports.asked.slice(2)).toEqual(['count', 'verify', 'persist']);
    expect(state().readiness.status).toBe('ready');
  });

  it('says why it is not ready where the disk is full, until it is', async () => {
    ports.verified = kept(4, 5);
    ports.counted = kept(4, 5);
    state().workerActive(worker());
    state().storeNews(FULL);
    await settle();
    expect(state().readiness).toMatchObject({ status: 'incomplete', why: FULL.problem });
    ports.verified = kept(4, 6);
    await state().check();
    expect(state().readiness.status).toBe('ready');
    ports.verified = kept(4, 4);
    await state().check();
    expect(state().readiness).toMatchObject({ status: 'incomplete', why: null });
  });

  it('is not ready where the cards that list the files are missing', async () => {
    ports.verified = { ...kept(4, 6), models: null };
    state().workerActive(worker());
    await settle();
    expect(state().readiness.status).toBe('incomplete');
  });

  it('tells a service worker that does not answer, and one that is missing', async () => {
    ports.verified = new Error('gone');
    state().workerActive(worker());
    await settle();
    expect(state().readiness).toMatchObject({ status: 'missing', why: { code: 'internal' } });
    state().workerMissing(FULL.problem);
    expect(state().readiness).toEqual({ status: 'missing', why: FULL.problem });
  });

  it('looks again at what it found some time ago, not at what it has just found', async () => {
    state().workerActive(worker());
    await settle();
    ports.asked.length = 0;
    await state().checkIfStale();
    expect(ports.asked).toEqual([]);
    vi.useFakeTimers({ now: Date.now() + 11 * 60 * 1000, toFake: ['Date'] });
    ports.verified = kept(4, 5);
    await state().checkIfStale();
    vi.useRealTimers();
    expect(state().readiness.status).toBe('incomplete');
  });

  it('asks the browser once to keep the files, when they are all there', async () => {
    state().workerActive(worker());
    await settle();
    await state().check();
    expect(ports.asked.filter((what) => what === 'persist')).toHaveLength(1);
    expect(state().persistence).toBe('may-be-cleared');
    ports.promised = true;
    await state().askToKeep();
    expect(state().persistence).toBe('kept');
  });

  it('does not ask again where the browser has promised to keep them', async () => {
    ports.promised = true;
    state().workerActive(worker());
    await settle();
    expect(state().persistence).toBe('kept');
    expect(ports.asked).not.toContain('persist');
  });

  it('offers a version that waits, and lets it be put off', async () => {
    const newer = worker();
    state().workerWaiting(newer);
    state().workerWaiting(newer);
    await settle();
    expect(state().update).toMatchObject({ worker: newer, release: RELEASE, later: false });
    state().putOffUpdate(true);
    expect(state().update?.later).toBe(true);
    state().workerWaiting(worker());
    expect(state().update?.later).toBe(false);
  });

  it('says how many other tabs keep the old version', async () => {
    await state().switchNow();
    expect(ports.asked).toEqual([]);
    state().workerWaiting(worker());
    await settle();
    ports.answer = { otherTabs: 2 };
    await state().switchNow();
    expect(state().update).toMatchObject({ otherTabs: 2, release: RELEASE });
  });
});
