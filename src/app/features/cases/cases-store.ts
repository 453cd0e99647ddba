import { createStore } from 'zustand/vanilla';
import type { ShareRect } from '../../../imaging/black-out.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import type { KeptCase } from '../../../platform/storage/cases/case-shape.ts';
import { CaseStore } from '../../../platform/storage/cases/case-store.ts';
import { keepText, readKept } from '../../../platform/storage/kept-text.ts';
import { packPixels } from '../../../workers/pixels/client.ts';
import { type CaseReading, toCaseReading } from './case-reading.ts';
import { filmBytes } from './film-bytes.ts';
import { readSourceFacts } from './read-source-facts.ts';

export const EXPIRY_DAYS = [1, 7, 30, 90] as const;
export type ExpiryDays = (typeof EXPIRY_DAYS)[number];

type CaseTrouble = 'no-room' | 'unreadable' | 'no-storage';

export type Case = KeptCase<CaseReading>;
export type ReadableCase = Case & { readonly reading: CaseReading };

export const isReadable = (kept: Case): kept is ReadableCase => kept.reading !== null;

interface CasesState {
  readonly on: boolean;
  readonly days: ExpiryDays;
  readonly cases: readonly Case[];
  readonly trouble: CaseTrouble | null;
  readonly busy: boolean;
  /** Turned off, it deletes every case. */
  turn(on: boolean): Promise<void>;
  keepFor(days: ExpiryDays): void;
  refresh(): Promise<void>;
  /**
   * Keeps a film that is done, in the place of an earlier reading of it. `like`: a case of the same
   * patient, as the reader says.
   */
  keep(film: KeptFilm): Promise<void>;
  remove(id: number): Promise<void>;
  wipe(): Promise<void>;
  pixels(id: number): Promise<Blob | null>;
  /** What `Case.film` is for this film: equal where the case was made of it. */
  markFilm(source: FilmSource): Promise<string>;
}

interface KeptFilm {
  readonly source: FilmSource;
  readonly study: ShownStudy;
  readonly blackedOut: readonly ShareRect[];
  readonly like: Case | null;
}

const ON = 'cases-on';
const DAYS = 'cases-days';
const DAY_MS = 86_400_000;

const toUtf8 = (text: string) => new TextEncoder().encode(text);

function storedDays(): ExpiryDays {
  const days = Number(readKept(DAYS));
  return EXPIRY_DAYS.find((one) => one === days) ?? 7;
}

/** Cases kept on this device: off until the reader turns it on. */
export const casesStore = createStore<CasesState>()((set, get) => {
  let opening: Promise<CaseStore<CaseReading>> | null = null;
  const store = () => {
    opening ??= CaseStore.open<CaseReading>();
    return opening;
  };

  async function attempt(work: () => Promise<void>): Promise<void> {
    set({ busy: true, trouble: null });
    try {
      await work();
    } catch (error) {
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      set({ trouble: full ? 'no-room' : 'no-storage' });
    }
    set({ busy: false });
  }

  const refresh = async () => set({ cases: await (await store()).list() });

  return {
    on: readKept(ON) === 'true',
    days: storedDays(),
    cases: [],
    trouble: null,
    busy: false,
    async turn(on) {
      keepText(ON, String(on));
      set({ on });
      await (on ? get().refresh() : get().wipe());
    },
    keepFor(days) {
      keepText(DAYS, String(days));
      set({ days });
    },
    // Where it is off there is no store to look into, and none is made.
    refresh: async () => (get().on ? attempt(refresh) : set({ cases: [] })),
    keep: ({ source, study, blackedOut, like }) =>
      attempt(async () => {
        const packed = await packPixels({ source, blackedOut });
        if (packed.type === 'failed') return set({ trouble: 'unreadable' });
        const kept = await store();
        const { patientKey } = await readSourceFacts(source);
        const marked = patientKey === null ? null : await kept.mark(toUtf8(patientKey));
        const film = await kept.mark(await filmBytes(source));
        const patient = like ? (like.patient ?? crypto.randomUUID()) : marked;
        if (like && !like.patient && patient) await kept.setPatient(like.id, patient);
        const addedAt = Date.now();
        const png = new Blob([packed.png as BlobPart], { type: 'image/png' });
        const reading = toCaseReading(study, packed.thumbnail, packed.window);
        const expiresAt = addedAt + get().days * DAY_MS;
        await kept.keep({ addedAt, expiresAt, patient, film, bytes: png.size, reading }, png);
        await refresh();
      }),
    remove: (id) =>
      attempt(async () => {
        await (await store()).remove(id);
        await refresh();
      }),
    wipe: () =>
      attempt(async () => {
        await (await store()).wipe();
        await refresh();
      }),
    pixels: async (id) => (await store()).pixels(id),
    markFilm: async (source) => (await store()).mark(await filmBytes(source)),
  };
});
