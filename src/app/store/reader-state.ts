import type { Mutate, StoreApi } from 'zustand/vanilla';
import type { Correction } from '../../imaging/correction.ts';
import type { Mask } from '../../imaging/film.ts';
import type { BackendName } from '../../models/engine.ts';
import type { Label } from '../../models/labels.ts';
import type { GateCode } from '../../pipeline/gate/gate-codes.ts';
import type { ShownFilm } from '../../pipeline/shown-film.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import type { ModelsState, ShelfState } from '../../workers/analysis/protocol.ts';
import type { FilmList } from './film-list.ts';
import type { FilmEntry, UnkeptReason } from './film-state.ts';
import type { MaskEdit } from './mask-edit.ts';

/** The networks, and which of them read films. */
export interface ModelsSlice {
  readonly models: ModelsState;
  /** What models there are, with their cards. */
  readonly shelf: ShelfState;
  /** The classifier that was chosen to read films; null for the shelf's default. */
  readonly chosenClassifier: string | null;
  loadModels(): void;
  loadShelf(): void;
  /** Has another classifier read the films that wait and come; what is read stays as it is. */
  chooseClassifier(classifier: string): void;
  /** The backend that a person chose to try first; null for the fastest that works. */
  readonly chosenBackend: BackendName | null;
  chooseBackend(backend: BackendName | null): void;
  /** Starts the networks again, with every self-test. */
  testDevice(): void;
}

/** What a person decided about a refused film. */
interface HowAgain {
  readonly keepFrame?: boolean;
  readonly corrections?: readonly Correction[];
  readonly overrides?: readonly GateCode[];
}

/** The films of the session and the queue that reads them, one at a time. */
export interface QueueSlice {
  /** In the order in which they came, which is the order in which they are read. */
  readonly films: FilmList;
  /** The film on screen; while it waits, it is the next to be read. */
  readonly selectedId: number | null;
  /** No new film is begun; the one under way is finished. */
  readonly paused: boolean;
  /** How long the last films took on average; null before the first is read. */
  readonly msPerFilm: number | null;
  /** Puts films at the end of the queue and shows the first of them. */
  addFilms(sources: readonly FilmSource[]): void;
  /** Takes a film away; a run that is under way stops. */
  removeFilm(id: number): void;
  removeFilms(ids: readonly number[]): void;
  /** Puts a refused, failed or cancelled film back into the queue. */
  retryFilm(id: number): void;
  /** Reads a film again with its pixels corrected, or with refusals set aside. */
  readAgain(id: number, how: HowAgain): void;
  /** Puts films back into the queue, whatever was found; those that wait or run are left alone. */
  rerunFilms(ids: readonly number[]): void;
  selectFilm(id: number): void;
  pauseQueue(): void;
  resumeQueue(): void;
  /** Stops the run under way and takes all that waits out of the queue; the films stay listed. */
  cancelQueue(): void;
  /** Puts films of an earlier page load before all others, as they stood. */
  restoreFilms(films: readonly FilmEntry[], selectedId: number | null, paused: boolean): void;
}

/**
 * `elsewhere`: another tab has the session; `unavailable`: the browser gives no storage; `gone`: it
 * took the storage away under the open page.
 */
type SessionStatus = 'opening' | 'kept' | 'elsewhere' | 'unavailable' | 'gone';

/** Whether the session's films survive that the page is closed. */
export interface SessionSlice {
  readonly session: SessionStatus;
  tellSession(session: SessionStatus): void;
  /** Says that a film survives, or why not; a film that is gone stays gone. */
  markKept(id: number, kept: 'kept' | UnkeptReason): void;
  /** The browser took the storage away: no film survives any more. */
  loseStorage(): void;
}

/** Pictures of films, of which only a few are whole at a time. */
export interface PicturesSlice {
  /** Drops the large arrays of films; what was found stays. */
  reducePictures(ids: readonly number[]): void;
  /** The film as it was decoded anew, in place of its thumbnail. */
  restorePicture(id: number, film: ShownFilm): void;
}

/** How films are looked at. */
export interface ViewSlice {
  /** Opacity of the heat map over the film, 0 to 1. */
  readonly heatOpacity: number;
  chooseLabel(id: number, label: Label): void;
  setHeatOpacity(opacity: number): void;
}

/** Readings of the same film by another classifier. */
export interface CompareSlice {
  /** Reads a film that is done by another classifier too, in place of an earlier comparison. */
  compareWith(id: number, classifier: string): void;
  /** Takes a film's comparison away, under way or not. */
  stopComparing(id: number): void;
}

/** Corrections of the lungs by hand. */
export interface EditSlice {
  /** By film; read them through `currentEdit`, for a film may have been read anew since. */
  readonly edits: ReadonlyMap<number, MaskEdit>;
  /** Takes the next step of a correction and reads the film inside that mask at once. */
  editLungs(id: number, mask: Mask): void;
  undoEdit(id: number): void;
  redoEdit(id: number): void;
  /** Back to the lungs that the networks found; can be undone too. */
  resetLungs(id: number): void;
}

/** Ways to read a film's greys. */
export interface WindowSlice {
  /** Reads a film again through another of its windows: an index into `film.dicom.windows`. */
  chooseWindow(id: number, window: number): void;
}

export interface ReaderState
  extends ModelsSlice,
    QueueSlice,
    SessionSlice,
    PicturesSlice,
    ViewSlice,
    CompareSlice,
    EditSlice,
    WindowSlice {}

/** Can be subscribed to by a part of its state, which the listener gets as it is and as it was. */
export type ReaderStore = Mutate<StoreApi<ReaderState>, [['zustand/subscribeWithSelector', never]]>;
