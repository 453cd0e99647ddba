import type { CDPSession, Page } from '@playwright/test';

/** tfjs's threads of WebAssembly share one memory, which is measured as such. */
const NOT_WATCHED = /wasm-thread|service-worker/;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk: string };
}

/** A page and its workers, as the DevTools protocol knows them. */
export class Threads {
  readonly #workers = new Set<string>();
  #lastId = 0;

  private constructor(readonly session: CDPSession) {}

  /** Before the page starts its workers. */
  static async watch(page: Page): Promise<Threads> {
    const threads = new Threads(await page.context().newCDPSession(page));
    const { session } = threads;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (!NOT_WATCHED.test(targetInfo.url)) threads.#workers.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => threads.#workers.delete(sessionId));
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    await session.send('Performance.enable');
    return threads;
  }

  /** The page's heap snapshot after its garbage is collected. */
  async snapshotOfPage(): Promise<string> {
    const chunks: string[] = [];
    const add = ({ chunk }: { chunk: string }) => chunks.push(chunk);
    this.session.on('HeapProfiler.addHeapSnapshotChunk', add);
    await this.session.send('HeapProfiler.collectGarbage');
    await this.session.send('HeapProfiler.takeHeapSnapshot');
    this.session.off('HeapProfiler.addHeapSnapshotChunk', add);
    return chunks.join('');
  }

  /** Those of its workers. */
  snapshotsOfWorkers(): Promise<string[]> {
    return Promise.all(
      [...this.#workers].map(async (sessionId) => {
        await this.#ask(sessionId, 'HeapProfiler.collectGarbage');
        return this.#ask(sessionId, 'HeapProfiler.takeHeapSnapshot');
      }),
    );
  }

  /** Has a worker do something; returns the heap snapshot that it sends meanwhile. */
  #ask(workerId: string, method: string): Promise<string> {
    this.#lastId += 1;
    const id = this.#lastId;
    const chunks: string[] = [];
    return new Promise((resolve) => {
      const receive = (event: { sessionId: string; message: string }) => {
        if (event.sessionId !== workerId) return;
        const message = JSON.parse(event.message) as Message;
        if (message.method === 'HeapProfiler.addHeapSnapshotChunk') {
          chunks.push(message.params?.chunk ?? '');
        }
        if (message.id !== id) return;
        this.session.off('Target.receivedMessageFromTarget', receive);
        resolve(chunks.join(''));
      };
      this.session.on('Target.receivedMessageFromTarget', receive);
      const message = JSON.stringify({ id, method });
      this.session.send('Target.sendMessageToTarget', { sessionId: workerId, message });
    });
  }
}
