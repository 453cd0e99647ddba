import type { RgbImage } from '../../../imaging/pictures/rgb-image.ts';

/** Everything on a report's page, in the words of one language. */
export interface ReportContent {
  /** A language tag, as "fr". */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly program: string;
  readonly title: string;
  readonly date: string;
  readonly notice: string;
  readonly intendedUse: string;
  /** What sets this reading apart: drawn film, lungs edited, check overridden. */
  readonly marks: readonly string[];
  readonly pictures: readonly { readonly caption: string; readonly image: RgbImage }[];
  /** Under the last picture. */
  readonly legend: { readonly little: string; readonly most: string };
  readonly answer: {
    readonly overline: string;
    readonly headline: string;
    readonly reason: string;
  };
  readonly bars: readonly {
    readonly name: string;
    readonly share: number;
    readonly percent: string;
    readonly top: boolean;
  }[];
  /** Below it lies the band in which no class is named. */
  readonly threshold: { readonly share: number; readonly text: string } | null;
  /** Side by side. */
  readonly columns: readonly [ReportSection, ReportSection];
  /** Over the whole width. */
  readonly rows: readonly ReportSection[];
  readonly footer: string;
}

export interface ReportSection {
  readonly heading: string;
  readonly facts?: readonly ReportFact[];
  readonly points?: readonly ReportPoint[];
}

export interface ReportFact {
  readonly name: string;
  readonly value: string;
  /** A hash or a name that is written from left to right in every language. */
  readonly leftToRight?: boolean;
}

export interface ReportPoint {
  readonly text: string;
  /** English, where there is no translation. */
  readonly leftToRight?: boolean;
}
