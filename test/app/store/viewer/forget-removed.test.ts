import { expect, it } from 'vitest';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { forgetRemoved } from '../../../../src/app/store/viewer/forget-removed.ts';
import { createViewerStore } from '../../../../src/app/store/viewer/viewer-store.ts';
import { FakeAnalyser, fileSource } from '../../fakes.ts';

it('forgets how removed films were looked at, and no others', () => {
  const reader = createReaderStore(new FakeAnalyser());
  const viewer = createViewerStore(['film']);
  forgetRemoved(reader, viewer);
  reader.getState().addFilms(['a.png', 'b.png', 'c.png'].map(fileSource));
  const [a = 0, b = 0, c = 0] = reader.getState().films.map(({ id }) => id);
  const size = { widthFilmPx: 40, heightFilmPx: 30 };
  for (const id of [a, b, c]) viewer.getState().changeLook(id, size, () => ({ inverted: true }));
  const kept = viewer.getState().looks.get(b);

  reader.getState().removeFilms([a, c]);
  expect([...viewer.getState().looks]).toEqual([[b, kept]]);

  reader.getState().removeFilm(b);
  expect(viewer.getState().looks.size).toBe(0);
});
