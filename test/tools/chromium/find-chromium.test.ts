import { chromium } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../../tools/chromium/find-chromium.ts';

describe('findChromium', () => {
  it('takes the one asked for, and no other', () => {
    const exists = (path: string) => path === '/opt/chromium' || path === '/usr/bin/chromium';
    expect(findChromium({ CHROMIUM: '/opt/chromium' }, exists)).toBe('/opt/chromium');
    expect(() => findChromium({ CHROMIUM: '/gone' }, exists)).toThrow(/\/gone, which does not/);
  });

  it('prefers the system over the one that Playwright downloads', () => {
    const own = chromium.executablePath();
    expect(findChromium({}, (path) => path === '/usr/bin/google-chrome' || path === own)).toBe(
      '/usr/bin/google-chrome',
    );
    expect(findChromium({}, (path) => path === own)).toBe(own);
  });

  it('says how to get one', () => {
    expect(() => findChromium({}, () => false)).toThrow(/apt-get install chromium/);
  });
});
