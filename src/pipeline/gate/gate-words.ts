import type { GateFinding, RefusalCode } from './gate-codes.ts';

interface Words {
  readonly message: string;
  readonly advice: string;
}

const percent = (share = 0) => `${(share * 100).toFixed(1)} %`;

const UPRIGHT = 'Use a frontal chest X-ray that shows both lungs, upright and not cropped.';

/** Why a film is refused and what to do, in English; the app has these in its own languages. */
export function gateWords({ code, params = {} }: GateFinding<RefusalCode>): Words {
  switch (code) {
    case 'film-too-small':
      return {
        message: `The film is only ${params.width} x ${params.height} pixels.`,
        advice: `Use the original picture, at least ${params.least} pixels on its shorter side.`,
      };
    case 'no-contrast':
      return {
        message: 'The film is blank: nearly all of its pixels have the same grey.',
        advice: 'Check that the file shows a chest X-ray, and export it again if it does not.',
      };
    case 'lateral-view':
      return {
        message: 'The file says that it is a lateral view.',
        advice: 'Use the frontal film (PA or AP) of the same examination.',
      };
    case 'not-a-chest':
      return {
        message: 'The picture does not look like a chest X-ray.',
        advice: 'Check the file. This reader knows frontal chest X-rays only.',
      };
    case 'inverted':
      return {
        message: 'The film looks inverted: air is bright and bone is dark.',
        advice: 'Invert its greys, so that bone is bright.',
      };
    case 'upside-down':
      return {
        message: 'The film looks upside down.',
        advice: 'Turn it by 180 degrees.',
      };
    case 'rotated-left':
      return {
        message: 'The film looks rotated: the head points to the left.',
        advice: 'Turn it clockwise by 90 degrees.',
      };
    case 'rotated-right':
      return {
        message: 'The film looks rotated: the head points to the right.',
        advice: 'Turn it by 90 degrees against the clock.',
      };
    case 'cropped':
      return {
        message: 'The film seems to show only a part of the chest.',
        advice: 'Use the whole film, with both lungs from apex to base.',
      };
    case 'no-lungs':
      return {
        message: `No lungs were found: the lung mask covers ${percent(params.lungFraction)} of the film.`,
        advice: UPRIGHT,
      };
    case 'lungs-implausible':
      return {
        message: `The lung mask covers ${percent(params.lungFraction)} of the film, more than lungs can.`,
        advice:
          'Use a frontal chest X-ray that shows the whole chest, not only a part of the lungs.',
      };
    case 'lungs-scattered':
      return {
        message: `What was taken for lungs lies in ${params.count} pieces.`,
        advice: UPRIGHT,
      };
    case 'lungs-one-sided':
      return {
        message: `What was taken for lungs lies on one side: the smaller half holds ${percent(params.smallerShare)} of it.`,
        advice:
          'Use a film that shows both lungs. If one lung is opaque or missing, this reader was not made for it.',
      };
  }
}
