/** The reading half of pdf.js, which comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Answers what is posted on the port. */
    initializeFromPort(port: object): void;
  };
}
