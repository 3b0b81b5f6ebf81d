/**
 * A failure an operator can act on: its message is one sentence, shown alone, without a stack. It is
 * empty when the reason was already shown.
 */
export class OperatorError extends Error {
  /** @override */
  name = 'OperatorError';
}

/**
 * The sentence for any failure; what is not an operator's business keeps its name, for the report.
 *
 * @param {unknown} error
 * @returns {string} one line
 */
export function sentence(error) {
  if (error instanceof OperatorError) return oneLine(error.message);
  return `Préau stopped on an unexpected error: ${oneLine(String(error))}`;
}

/** @param {string} text */
function oneLine(text) {
  return text.replaceAll(/\s+/g, ' ').trim();
}
