import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';

/** Another program over the same documents: Python that defines `run(file)`, which gives the number of its pages. */
export interface Other {
  readonly name: string;
  readonly code: string;
}

/** Where the layout model is installed it is used unless told otherwise, imported or not. */
const pymupdf = (name: string, imports: string, options: string): Other => ({
  name,
  code: `${imports}
def run(f):
  with pymupdf.open(f) as d:
    for p in d: p.find_tables(${options}).tables
    return len(d)`,
});

const camelot = (flavor: string): Other => ({
  name: `Camelot, ${flavor}`,
  code: `import camelot, pypdfium2, warnings
warnings.simplefilter("ignore")
def run(f):
  d = pypdfium2.PdfDocument(f)
  n = len(d)
  d.close()
  camelot.read_pdf(f, pages="all", flavor="${flavor}")
  return n`,
});

export const PDFPLUMBER: Other = {
  name: 'pdfplumber, extract_tables',
  code: `import pdfplumber
def run(f):
  with pdfplumber.open(f) as d:
    for p in d.pages: p.extract_tables()
    return len(d.pages)`,
};

export const PYMUPDF: Other = pymupdf('PyMuPDF, find_tables', 'import pymupdf', 'use_layout=False');

/** What finds tables, and as the floor what only gives the text. */
export const OTHERS: readonly Other[] = [
  PDFPLUMBER,
  PYMUPDF,
  pymupdf('PyMuPDF, find_tables with its layout model', 'import pymupdf.layout, pymupdf', 'use_layout=True'),
  camelot('lattice'),
  camelot('stream'),
  {
    name: 'pypdfium2, text only',
    code: `import pypdfium2
def run(f):
  d = pypdfium2.PdfDocument(f)
  n = len(d)
  for p in d:
    t = p.get_textpage()
    t.get_text_bounded()
    t.close()
    p.close()
  d.close()
  return n`,
  },
];

/** One document to warm up, then all, until the CPU seconds are spent: a slow tool stops after some of the documents. */
const DRIVER = `
import os, sys
def cpu(): return sum(os.times()[:4])
limit = float(sys.argv[1])
files = sys.argv[2:]
run(files[0])
start = cpu()
pages = done = 0
for f in files:
  if cpu() - start > limit: break
  pages += run(f)
  done += 1
sys.stdout.write("\\nMS %f %d %d" % ((cpu() - start) * 1000 / pages, pages, done))`;

/** CPU milliseconds a page, children included, over so many pages and documents; or why there is no figure. */
export type Figure =
  | { readonly ok: true; readonly ms: number; readonly pages: number; readonly documents: number }
  | { readonly ok: false; readonly why: string };

/** Runs another tool in a process of its own. `seconds` of CPU time after which it takes no further document. */
export function measureOther(
  python: string,
  { code }: Other,
  files: readonly string[],
  seconds: number,
): Figure {
  return figureOf(() =>
    execFileSync(python, ['-c', `${code}\n${DRIVER}`, String(seconds), ...files], QUIETLY),
  );
}

const QUIETLY: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
};

/** `times` of the shell: its second line is user and system time of the children. */
const EACH = 'for f in "$@"; do pdftotext -layout "$f" - > /dev/null || exit 1; done; times';

/** `pdftotext -layout` (poppler-utils), a process a document, as it is made to be used. */
export function measurePdftotext(files: readonly string[], pages: number): Figure {
  return figureOf(() => {
    const printed = execFileSync('bash', ['-c', EACH, 'bash', ...files], QUIETLY);
    const times = [...printed.matchAll(/(\d+)m([\d.]+)s/gu)].slice(-2);
    const seconds = times.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
    return `MS ${(seconds * 1000) / pages} ${pages} ${files.length}`;
  });
}

function figureOf(run: () => string): Figure {
  try {
    const [, ms, pages, documents] = /MS (\S+) (\d+) (\d+)/.exec(run()) ?? [];
    if (ms === undefined) return { ok: false, why: 'no result' };
    return { ok: true, ms: Number(ms), pages: Number(pages), documents: Number(documents) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    return { ok: false, why: code === null ? 'not installed, or it failed' : `not run (${code})` };
  }
}
