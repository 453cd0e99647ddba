import type { ReactNode } from 'react';
import type { ShownFilm, ShownStudy } from '../../platform/worker-bridge/shown-film.ts';
import { BACKEND_NAMES } from '../backend-names.ts';
import { describeDicom } from '../dicom-words.ts';
import { formatPercent, formatSeconds } from '../format.ts';
import styles from './findings.module.css';

const FORMAT_NAMES = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  bmp: 'BMP',
  tiff: 'TIFF',
  dicom: 'DICOM',
  synthetic: 'drawn here',
} as const;

function filmFacts({ widthFilmPx, heightFilmPx, maxValue, format, dicom }: ShownFilm): string {
  const bits = dicom?.bitsStored ?? (maxValue > 255 ? 16 : 8);
  return `${widthFilmPx} × ${heightFilmPx} px, ${bits}-bit, ${FORMAT_NAMES[format]}`;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How the answer came about, and what it is not good for. */
export function Notes({ study }: { study: ShownStudy }) {
  const { film, lungFraction, backend, timingsMs, models } = study;
  return (
    <section className={styles.panel} data-area="notes" aria-labelledby="limits">
      <h3 id="limits" className={styles.subheading}>
        Known limits
      </h3>
      <ul className={styles.limits}>
        <li>
          In its training, bacterial, viral and most normal films are of small children, COVID-19
          and tuberculosis of adults: it may tell age or hospital, not disease.
        </li>
        <li>It knows these five classes only. Anything else gets one of the five names.</li>
        <li>Heat maps show what moved the network, not where disease is.</li>
      </ul>
      <h3 className={styles.subheading}>This reading</h3>
      <dl className={styles.facts}>
        <Fact name="Film">{filmFacts(film)}</Fact>
        {film.dicom && <Fact name="Window">{film.dicom.window}</Fact>}
        {film.dicom && <Fact name="Exposure">{describeDicom(film.dicom)}</Fact>}
        <Fact name="Lungs">{formatPercent(lungFraction)} of the film</Fact>
        <Fact name="Time">
          {formatSeconds(timingsMs.total)} (lungs {formatSeconds(timingsMs.segment)}, classes{' '}
          {formatSeconds(timingsMs.classify)})
        </Fact>
        <Fact name="Computed on">{BACKEND_NAMES[backend]}</Fact>
        <Fact name="Networks">
          {models.segmenter}, {models.classifier}
        </Fact>
      </dl>
    </section>
  );
}
