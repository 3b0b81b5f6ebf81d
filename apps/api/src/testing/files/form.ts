/** One part of a form, written exactly as given. */
export type Part = {
  readonly name: string;
  readonly value: string | Buffer;
  /** As it stands between the quotes of the header; without one the part is a text. */
  readonly fileName?: string;
  readonly mediaType?: string;
};

/** A request put together by hand. */
export type SentForm = {
  readonly headers: Record<string, string>;
  readonly body: Buffer;
};

const boundary = 'frontiere-des-parts';

/** The headers and the bytes of a `multipart/form-data` request, put together by hand. */
export function formOf(parts: readonly Part[]): SentForm {
  const written = parts.flatMap(({ name, value, fileName, mediaType }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
        fileName === undefined ? '' : `; filename="${fileName}"`
      }\r\n${mediaType === undefined ? '' : `Content-Type: ${mediaType}\r\n`}\r\n`,
    ),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** A file of the form, under the name of the part that takes files. */
export function filePart(fileName: string, value: string | Buffer, mediaType?: string): Part {
  return { name: 'files', fileName, value, mediaType: mediaType ?? 'application/octet-stream' };
}
