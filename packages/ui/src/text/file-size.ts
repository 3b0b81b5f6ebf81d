const NBSP = '\u00a0';
const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;
const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** `350 ko`, `1,2 Mo`, `10 Mo`: the size of a file as people read it. */
export function formatFileSize(bytes: number): string {
  if (bytes < megabyte) return `${Math.max(1, Math.round(bytes / kilobyte))}${NBSP}ko`;
  const size = bytes / megabyte;
  return `${size < 10 ? oneDecimal.format(size) : Math.round(size)}${NBSP}Mo`;
}
