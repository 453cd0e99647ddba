import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CAPTURE, ExportMenu, STRUCTURED } from '../../e2e/support/export-menu.ts';
import { findChromium } from '../chromium/find-chromium.ts';

/**
 * Exports the demo film from the built app (npm run build) and writes docs/study/exports.md: what
 * dcmtk, dicom3tools and pydicom read. All exports stay in the folder that is named, if one is.
 */
const PYDICOM = `
import sys, pydicom
film = pydicom.dcmread(sys.argv[1])
pixels = film.pixel_array
print(pydicom.__version__, film.SOPClassUID.name, pixels.shape, pixels.dtype, 'range', pixels.min(), 'to', pixels.max())
report = pydicom.dcmread(sys.argv[2])
def walk(item, depth=0):
    name = item.ConceptNameCodeSequence[0].CodeMeaning
    if item.ValueType == 'NUM':
        of = item.get('ContentSequence')
        which = of[0].ConceptCodeSequence[0].CodeMeaning if of else ''
        print('  ' * depth + name, which, item.MeasuredValueSequence[0].NumericValue)
    elif item.ValueType == 'CODE':
        print('  ' * depth + name, '=', item.ConceptCodeSequence[0].CodeMeaning)
    elif item.ValueType == 'CONTAINER':
        print('  ' * depth + name)
        for child in item.ContentSequence: walk(child, depth + 1)
walk(report)
`;

function told(program: string, ...args: readonly string[]): string {
  const { error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw error;
  return `${stdout}${stderr}`.trim();
}

const folder = process.argv[2] ?? join('test-results', 'exports');
const python = process.env.PYTHON ?? 'python3';
mkdirSync(folder, { recursive: true });

const server = await preview({ preview: { port: 4174, host: '127.0.0.1' } });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto('http://127.0.0.1:4174/');
await page.getByRole('button', { name: 'Try the demo film' }).click();
await page.locator('main[data-status="done"]').waitFor({ timeout: 120_000 });
const menu = new ExportMenu(page);
const files = [
  await menu.save('Report (PDF)'),
  await menu.savePicture('Outline and heat map'),
  await menu.save('List of films (CSV)'),
  await menu.saveDicom(CAPTURE, false),
  await menu.saveDicom(STRUCTURED, false),
];
for (const { name, path } of files) copyFileSync(path, join(folder, name));
writeFileSync(join(folder, 'print.pdf'), await page.pdf({ preferCSSPageSize: true }));
await page.screenshot({ path: join(folder, 'screen.png') });
await browser.close();
await server.close();

const capture = join(folder, 'manet-film-1-capture.dcm');
const report = join(folder, 'manet-film-1-sr.dcm');
const errors = [capture, report].map((file) =>
  told('dciodvfy', file)
    .split('\n')
    .filter((line) => line.startsWith('Error')),
);
const block = (text: string) => `\`\`\`text\n${text}\n\`\`\``;
const head = told('dcmdump', '+L', '-M', capture).split('\n').slice(0, 70).join('\n');
writeFileSync(
  'docs/study/exports.md',
  `# Exports, as independent programs read them

Written by \`npm run exports-check\` from exports of the synthetic demo film, made by the built app. Errors that dicom3tools' dciodvfy finds: ${errors[0]?.length} in the
Secondary Capture, ${errors[1]?.length} in the structured report.

## Structured report: dsrdump (dcmtk)

${block(told('dsrdump', '+Pl', report))}

## Both: pydicom

${block(told(python, '-c', PYDICOM, capture, report))}

## Secondary Capture: dcmdump (dcmtk)

${block(head)}
`,
);
