#!/usr/bin/env node
// Plain JavaScript on purpose: an older system Node must be able to read it and hand over to the Node that runs TypeScript.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '..', 'cli', 'main.ts');
const major = Number(process.versions.node.split('.')[0]);

function bundledNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`);
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined;
  }
}

if (major >= 24) {
  await import(main);
} else {
  const node = bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `duizhang: needs Node 24 or newer (this is ${process.versions.node}) and no bundled one is installed for ${process.platform}-${process.arch}\n`,
    );
    process.exit(64);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}
