import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of a complete event, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Watches the page's own thread; the function returned ends that and tells the longest task in
 * milliseconds of processor time. On the clock a busy machine would be measured instead of the page.
 */
export async function watchMainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata', 'devtools.timeline'] },
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
    const pages = new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(thread),
    );
    const tasks = events.filter(
      (event) => event.name.endsWith('RunTask') && pages.has(thread(event)),
    );
    if (tasks.length === 0) throw new Error('the trace holds no task of the page');
    return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
  };
}
