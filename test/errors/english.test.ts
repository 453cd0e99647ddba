import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors/coded-error.ts';
import { inEnglish, type ProblemCode } from '../../src/errors/english.ts';

class AnyError extends CodedError<ProblemCode> {}

describe('an error in the words of the English catalogue', () => {
  it('says its figures, shares as percent', () => {
    const error = new AnyError(
      ...inEnglish({ code: 'no-lungs', params: { lungFraction: 0.01234 } }),
    );
    expect(error.code).toBe('no-lungs');
    expect(error.message).toBe('No lungs were found: the lung mask covers 1.2 % of the film.');
    expect(error.findings).toEqual([{ code: 'no-lungs', params: { lungFraction: 0.01234 } }]);
  });

  it('says why, with what a decoder said of it, and keeps that apart', () => {
    const cause = new Error('x');
    const error = new AnyError(
      ...inEnglish(
        { code: 'corrupt-image', params: { format: 'PNG' }, why: 'ends-early' },
        { cause, detail: 'EOF' },
      ),
    );
    expect(error.message).toBe(
      'The PNG file is damaged: it ends before the picture is complete (EOF).',
    );
    expect(error.advice).toBe('Copy or export the film again from where it came.');
    expect(error.detail).toBe('EOF');
    expect(error.cause).toBe(cause);
  });

  it('says all findings, and has the code of the first', () => {
    const error = new AnyError(...inEnglish([{ code: 'inverted' }, { code: 'upside-down' }]));
    expect(error.code).toBe('inverted');
    expect(error.message).toBe(
      'The film looks inverted: air is bright and bone is dark. The film looks upside down.',
    );
    expect(error.advice).toBe('Invert its greys, so that bone is bright. Turn it by 180 degrees.');
  });

  it('takes an advice for this very case', () => {
    const finding = { code: 'unsupported-format', why: 'gif' } as const;
    const error = new AnyError(...inEnglish(finding, { advice: 'Export it as PNG.' }));
    expect(error.message).toBe('A GIF file cannot be read.');
    expect(error.advice).toBe('Export it as PNG.');
  });

  it('says the bare sentence where there are no figures', () => {
    expect(new AnyError(...inEnglish({ code: 'too-large' })).message).toBe(
      'The picture is too large to be read.',
    );
  });
});
