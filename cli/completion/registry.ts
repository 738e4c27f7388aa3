import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import type { Tree } from './tree.ts';
import { zshScript } from './zsh.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** How the completion script of each shell is made. */
export const SCRIPTS: Readonly<Record<Shell, (tree: Tree) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};
