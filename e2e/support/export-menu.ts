import type { Page } from '@playwright/test';
import { type Downloaded, downloadBy } from './downloads.ts';

/** The export menu as a reader uses it. */
export class ExportMenu {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
  }

  async save(item: string): Promise<Downloaded> {
    await this.open();
    return downloadBy(this.page, () => this.page.getByRole('menuitem', { name: item }).click());
  }

  async savePicture(pane: string | RegExp): Promise<Downloaded> {
    await this.open();
    const item = this.page.getByRole('menuitem', { name: pane, exact: true });
    return downloadBy(this.page, () => item.click());
  }

  async saveDicom(item: string, keepPatient: boolean): Promise<Downloaded> {
    await this.open();
    await this.page.getByRole('menuitem', { name: item }).click();
    const dialog = this.page.getByRole('dialog', { name: item });
    const keep = dialog.getByRole('checkbox', { name: 'Keep patient fields' });
    if (keepPatient) await keep.check();
    return downloadBy(this.page, () => dialog.getByRole('button', { name: 'Save' }).click());
  }
}

export const CAPTURE = 'DICOM picture (Secondary Capture)';
export const STRUCTURED = 'DICOM report (SR)';
