import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** All of a file, or the rest from where a Range header says. */
export function whole(bytes: Uint8Array): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? -1);
    if (from < 0) response.end(bytes);
    else if (from >= bytes.length) response.writeHead(416).end();
    else {
      const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
      response.writeHead(206, { 'content-range': range }).end(bytes.subarray(from));
    }
  };
}

/** All of a file from its first byte, whatever is asked for. */
export const wholeOnly =
  (bytes: Uint8Array): Answer =>
  (_request, response) =>
    response.end(bytes);

/** The first bytes of a file; then the connection breaks. */
export const cutAfter =
  (count: number, bytes: Uint8Array): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, count), () => response.destroy());
  };

/** At most that many bytes from where a Range header says; then the connection breaks, unless all is sent. */
export function someOf(count: number, bytes: Uint8Array): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = bytes.subarray(from);
    if (from >= bytes.length) {
      response.writeHead(416).end();
      return;
    }
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    const headers = { 'content-length': rest.length, ...(from > 0 && { 'content-range': range }) };
    response.writeHead(from > 0 ? 206 : 200, headers);
    if (count >= rest.length) response.end(rest);
    else response.write(rest.subarray(0, count), () => response.destroy());
  };
}

/** No answer at all. */
export const silence: Answer = () => {};

/** The first bytes of a file, and then nothing for ever. */
export const stall =
  (count: number, bytes: Uint8Array): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length });
    response.write(bytes.subarray(0, count));
  };

export const status =
  (code: number): Answer =>
  (_request, response) =>
    response.writeHead(code).end();

/** A server that gives one answer after another and remembers the Range of every request. */
export async function startFlakyServer() {
  const answers: Answer[] = [];
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/models/`,
    ranges,
    /** From now on; the last one stays. */
    give(...next: Answer[]) {
      answers.splice(0, answers.length, ...next);
      ranges.length = 0;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type FlakyServer = Awaited<ReturnType<typeof startFlakyServer>>;
