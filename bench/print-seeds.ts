import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { type Examined, examine } from '../pipeline/process.ts';
import { renderFinding } from '../reconcile/messages/render.ts';
import { htmlOf } from './print/html.ts';

// Prints text reports to PDF with a headless browser and compares what is found in both:
//   node bench/print-seeds.ts [--keep FOLDER] REPORT.txt…
// The browser is the one that CHROMIUM names, or the first of the usual names on the path.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function browser(): string | null {
  const named = process.env.CHROMIUM;
  for (const name of named === undefined ? NAMES : [named]) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
  }
  return null;
}

async function examined(name: string, bytes: Uint8Array): Promise<Examined> {
  const result = await examine({ name, path: name, sha256: '', bytes }, DEFAULT_CONFIG);
  if (result.ok) return result;
  throw new Error(`${name}: ${result.reasons.map(({ message }) => message).join('; ')}`);
}

function printed(html: string, folder: string, name: string, program: string): Uint8Array {
  const page = join(folder, `${name}.html`);
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(page, html);
  execFileSync(
    program,
    ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`, page],
    { stdio: 'ignore' },
  );
  return readFileSync(pdf);
}

/** A cause in short: its code and the figure as printed, without the marks that wrapping and grouping leave. */
interface Cause {
  readonly key: string;
  readonly told: string;
}

const causesOf = ({ audit }: Examined): readonly Cause[] =>
  audit.findings.map((finding) => {
    const words = renderFinding(finding, 'zh');
    const raw = (finding.stated?.quantity.raw ?? words).replace(/[\s,，]/gu, '');
    return { key: `${finding.code} ${raw}`, told: `${finding.code} ${finding.severity}: ${words}` };
  });

/** What is in the first and not in the second, equal ones counted. */
function without(all: readonly Cause[], others: readonly Cause[]): readonly Cause[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return all.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

const program = browser();
if (program === null) {
  process.stderr.write('no browser: name one by CHROMIUM=…, or put chromium on the path\n');
  process.exitCode = 2;
} else {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'duizhang-print-'));
  const details: string[] = [];
  const row = (cells: readonly (string | number)[]): boolean =>
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  row([
    'report',
    'pages',
    'tables',
    'tables in PDF',
    'facts',
    'facts in PDF',
    'causes',
    'kept',
    'lost',
    'added',
  ]);
  row(['---', ...Array.from({ length: 9 }, () => '---:')]);
  for (const file of positionals) {
    const name = basename(file, '.txt');
    const text = await examined(name, readFileSync(file));
    const [page] = text.document?.pages ?? [];
    if (page?.kind !== 'lines') throw new Error(`${file} is no text report`);
    const pdf = await examined(name, printed(htmlOf(page.lines, text.layout), folder, name, program));
    const [before, after] = [causesOf(text), causesOf(pdf)];
    const [lost, added] = [without(before, after), without(after, before)];
    row([
      name,
      pdf.document?.pages.length ?? 0,
      text.layout.tables.length,
      pdf.layout.tables.length,
      text.reading.facts.length,
      pdf.reading.facts.length,
      before.length,
      before.length - lost.length,
      lost.length,
      added.length,
    ]);
    details.push(
      ...lost.map(({ told }) => `- ${name} lost: ${told}`),
      ...added.map(({ told }) => `- ${name} added: ${told}`),
    );
  }
  process.stdout.write(`\n${details.join('\n')}\n`);
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
