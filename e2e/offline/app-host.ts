import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface LoggedRequest {
  /** Below the app's folder. */
  readonly path: string;
  readonly range: string | undefined;
}

/** What happens to a file instead of being sent. Returns whether it was taken care of. */
export type Fault = (request: LoggedRequest, body: Buffer, response: ServerResponse) => boolean;

/**
 * A plain static host below a sub-path, which sends no header beyond the file's type unless told to:
 * no isolation, no policy. It can be stopped, started again on the same port, and made to fail.
 */
export class AppHost {
  readonly #folder: string;
  #server: Server | null = null;
  #port = 0;
  readonly log: LoggedRequest[] = [];
  fault: Fault = () => false;
  /** Sent with every file. */
  headers: Readonly<Record<string, string>> = {};
  /** Files of a newer version, over those in the folder. */
  overlay: ReadonlyMap<string, Buffer> = new Map();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/some/where/reader/`;
  }

  async start(): Promise<void> {
    if (this.#server) return;
    const server = createServer((request, response) => this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Closes the port and every connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  #read(path: string): Buffer | null {
    const over = this.overlay.get(path);
    if (over) return over;
    const file = join(this.#folder, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null;
  }

  #answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(url, this.url);
    const base = new URL(this.url).pathname;
    const path = pathname.slice(base.length) || 'index.html';
    const body = pathname.startsWith(base) && method === 'GET' ? this.#read(path) : null;
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const request = { path, range: headers.range };
    this.log.push(request);
    for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    if (this.fault(request, body, response)) return;
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    if (from > 0) {
      const range = `bytes ${from}-${body.length - 1}/${body.length}`;
      response.writeHead(206, { 'content-range': range });
    } else {
      response.writeHead(200, { 'content-length': body.length });
    }
    response.end(body.subarray(from));
  }
}
