import supertest from 'supertest';
import type { TestApp } from '../test-app.ts';

/** A request as a client would send it; the method is the route's. */
export type Asked = {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The parsed body where it is JSON, else `undefined`. */
  readonly body: unknown;
};

/** Sends a request over the network to the listening server, redirects not followed. */
export async function send(
  { url }: Pick<TestApp, 'url'>,
  method: string,
  { path, body, headers = {} }: Asked,
  cookie?: string,
): Promise<Answer> {
  const request = new supertest.Test(url, method, path).redirects(0);
  for (const [name, value] of Object.entries(headers)) request.set(name, value);
  if (cookie !== undefined) request.set('cookie', cookie);
  if (body !== undefined) request.send(body as object);
  const response = await request;
  const isJson = /json/.test(response.type);
  // A file is read as the text that might be in it.
  const bytes: unknown = response.body;
  const text = response.text ?? (Buffer.isBuffer(bytes) ? bytes.toString('latin1') : '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

/** What of an answer may tell one object from another: all but the id and the time of the request. */
export function comparable({ status, headers, body, text }: Answer): unknown {
  const told = Object.entries(headers).filter(([name]) => name !== 'date');
  const isProblem = typeof body === 'object' && body !== null && 'requestId' in body;
  return {
    status,
    headers: Object.fromEntries(told),
    body: isProblem ? text.replace(String(body.requestId), '') : text,
  };
}
