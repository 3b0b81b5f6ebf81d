import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive of these files, written by hand. */
export function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  comment: Buffer = Buffer.alloc(0),
): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([latin1('PK\u0003\u0004'), facts, latin1(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([latin1('PK\u0001\u0002\u0014\0'), facts, place, latin1(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, directory, latin1('PK\u0005\u0006'), end, comment]);
}

/** What a word processor or a spreadsheet writes: an archive of these parts. */
export function officeFile(part: 'word/document.xml' | 'xl/workbook.xml'): Buffer {
  return zipOf({ '[Content_Types].xml': '<Types/>', [part]: '<w:document/>' });
}

const megabyte = 1024 * 1024;

/** A hundred megabytes of nothing in a hundred kilobytes. */
export function zipBomb(): Buffer {
  return zipOf({ 'rien.bin': Buffer.alloc(100 * megabyte) });
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
