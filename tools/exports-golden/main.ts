import { mkdirSync, writeFileSync } from 'node:fs';
import { EXAMPLES } from '../../test/dicom/write/examples.ts';

/**
 * Writes the examples of what is exported, which training/tests/test_exports.py reads with pydicom
 * and test/dicom/write compares byte by byte. Look at the difference before committing it.
 */
const folder = new URL('../../test/golden/export/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, write] of Object.entries(EXAMPLES)) writeFileSync(new URL(name, folder), write());
