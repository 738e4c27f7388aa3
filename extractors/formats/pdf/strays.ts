/** Names of the errors that pdf.js raises about a file. */
const OWN =
  /^(?:Format|UnknownFormat|InvalidPDF|UnknownError|XRefEntry|XRefParse|ParserEOF|MissingData|Jpeg|Jbig2|Jpx|BaseException|DNLMarker|EOIMarker)/;

const isOwn = (error: unknown): error is Error => error instanceof Error && OWN.test(error.name);

/**
 * Runs `work` and collects the errors that pdf.js raises aside of the promises it hands out: with damaged files it
 * leaves rejections of its own unhandled, which would end the process. Errors of others still do.
 */
export async function withStrays<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly strays: readonly Error[] }> {
  const strays: Error[] = [];
  const collect = (error: unknown): void => {
    if (!isOwn(error)) throw error;
    strays.push(error);
  };
  process.on('unhandledRejection', collect);
  try {
    const value = await work();
    // Rejections are reported once the queue of microtasks is empty.
    await new Promise((resolve) => setImmediate(resolve));
    return { value, strays };
  } finally {
    process.off('unhandledRejection', collect);
  }
}
