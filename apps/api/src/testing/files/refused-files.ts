import { samplePdf, samplePng } from '../../modules/documents/documents.factory.ts';
import { officeFile, zipBomb, zipOf } from './archives.ts';
import { barePng, page, truncatedPhoto } from './pictures.ts';

type Bytes = Buffer | Promise<Buffer>;

const megabyte = 1024 * 1024;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${page}</svg>`;
const gifAndScript =
  'GIF89a/*\u0001\0\u0001\0\0\0\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\0;*/=alert(1)';
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);

/** The end of a PDF as the comment of an archive: both programs find what they look for. */
function pdfEndingInAnArchive(): Buffer {
  const pdf = samplePdf();
  const end = pdf.lastIndexOf('startxref');
  return Buffer.concat([pdf.subarray(0, end), zipOf({ 'x.html': page }, pdf.subarray(end))]);
}

/** Files that are refused, by their name, each with the code it is told by. */
export const refusedFiles: readonly (readonly [
  what: string,
  name: string,
  bytes: () => Bytes,
  code: string,
])[] = [
  ['a text', 'certificat.pdf', () => Buffer.from('Bonjour'), 'content-mismatch'],
  ['a PNG called JPEG', 'photo.jpg', () => samplePng(), 'content-mismatch'],
  ['a PDF called PNG', 'photo.png', () => samplePdf(), 'content-mismatch'],
  ['a page called PDF', 'dossier.pdf', () => Buffer.from(`<html>${page}`), 'content-mismatch'],
  [
    'a PDF behind a page',
    'dossier.pdf',
    () => Buffer.concat([Buffer.from(page), samplePdf()]),
    'content-mismatch',
  ],
  ['a drawing with a script', 'plan.svg', () => Buffer.from(svg), 'unsupported-type'],
  ['a drawing called PNG', 'plan.png', () => Buffer.from(svg), 'content-mismatch'],
  ['a GIF that is a script', 'a.gif', () => Buffer.from(gifAndScript), 'unsupported-type'],
  ['the same called PNG', 'a.png', () => Buffer.from(gifAndScript), 'content-mismatch'],
  [
    'a PDF with an archive behind it',
    'a.pdf',
    () => Buffer.concat([samplePdf(), zipOf({ 'x.html': page })]),
    'not-only-pdf',
  ],
  ['a PDF whose end is in an archive', 'a.pdf', pdfEndingInAnArchive, 'not-only-pdf'],
  [
    'a PDF with a page behind it',
    'a.pdf',
    () => Buffer.concat([samplePdf(), Buffer.from(page)]),
    'not-only-pdf',
  ],
  ['a PDF cut short', 'a.pdf', () => samplePdf().subarray(0, 300), 'damaged'],
  ['an archive that swells', 'a.zip', zipBomb, 'unsupported-type'],
  ['the same called PDF', 'a.pdf', zipBomb, 'content-mismatch'],
  ['a text document', 'a.docx', () => officeFile('word/document.xml'), 'unsupported-type'],
  ['a spreadsheet', 'a.xlsx', () => officeFile('xl/workbook.xml'), 'unsupported-type'],
  ['a spreadsheet called PDF', 'a.pdf', () => officeFile('xl/workbook.xml'), 'content-mismatch'],
  ['a program called PDF', 'facture.pdf.exe', () => samplePdf(), 'unsupported-type'],
  ['a name read backwards', 'facture\u202Efdp.exe', () => samplePdf(), 'unsupported-type'],
  ['a file without extension', 'certificat', () => samplePdf(), 'unsupported-type'],
  [
    'a PNG of 10,000 million pixels',
    'a.png',
    () => barePng(100_000, 100_000, Buffer.alloc(8)),
    'too-many-pixels',
  ],
  [
    'a PNG that swells to 900 million',
    'a.png',
    () => barePng(30_000, 30_000, Buffer.alloc(30_000 * 3_751)),
    'too-many-pixels',
  ],
  ['a PNG without pixels', 'a.png', () => barePng(500, 500, Buffer.alloc(0)), 'damaged'],
  ['a photo cut short', 'a.jpg', truncatedPhoto, 'damaged'],
  ['nothing at all', 'a.pdf', () => Buffer.alloc(0), 'empty'],
  [
    'one byte more than 10 MB',
    'a.pdf',
    () => Buffer.concat([Buffer.alloc(10 * megabyte + 1 - 585, 32), samplePdf()]),
    'too-large',
  ],
  ['a photo of an iPhone', 'IMG_0001.HEIC', () => heic, 'heic'],
  ['the same called JPEG', 'IMG_0001.jpg', () => heic, 'heic'],
];
