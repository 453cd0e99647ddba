import { expect, test } from 'vitest';
import { hostileFiles } from '../../../tools/fuzz/hostile-files.ts';
import { judgeFile } from '../../../tools/fuzz/judge-file.ts';
import { fuzzFormat } from '../../../tools/fuzz/run-fuzz.ts';
import { FUZZED } from '../../../tools/fuzz/seed-files.ts';

// `npm run fuzz` does the same with over ten thousand cases.
test.each(FUZZED)('damaged %s files end in a film or a typed error, soon', async (format) => {
  const report = await fuzzFormat(format, 80, 7, judgeFile);
  expect(report.faults).toEqual([]);
  // Damage that nobody notices, or that everything fails at, would be no test.
  expect(Object.keys(report.outcomes).length).toBeGreaterThan(1);
});

test.each(hostileFiles().map((file) => [file.name, file] as const))(
  '%s',
  async (_, { bytes, expected }) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await judgeFile(bytes)).toMatchObject({ outcome: expected, fault: null });
    // Largest is the deflated bomb, which may take what the largest film takes, and gives it back.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300_000_000);
  },
);
