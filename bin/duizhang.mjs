#!/usr/bin/env node
// Plain JavaScript on purpose: an older system Node must be able to read it and hand over to the Node that runs TypeScript.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '..', 'cli', 'main.ts');
const major = Number(process.versions.node.split('.')[0]);

function bundledNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const manifest = module
      .createRequire(import.meta.url)
      .resolve(`node-${platform}-${process.arch}/package.json`);
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return undefined;
  }
}

if (major >= 24) {
  // What was compiled once is kept (in the system's folder for temporary files) for the next start, and for the workers.
  module.enableCompileCache();
  await import(pathToFileURL(main).href);
} else {
  const node = bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `duizhang: needs Node 24 or newer (this is ${process.versions.node}) and no bundled one is installed for ${process.platform}-${process.arch}\n`,
    );
    process.exit(64);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`duizhang: the bundled Node cannot be started: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    // End in the same way as the child did. With the handler still there the signal would only come back to it.
    for (const handled of signals) process.off(handled, forward);
    process.kill(process.pid, signal);
  });
}
