import type { Config } from '../model/config.ts';
import type { Result, StageName } from '../model/status.ts';

/**
 * One step on the way from a path to rows. `version` is raised (or computed) whenever the output for some input
 * changes: finished work is remembered under the versions of all stages.
 */
export interface Stage<Input, Output, Context = Config> {
  readonly name: StageName;
  readonly version: string;
  run(input: Input, context: Context): Promise<Result<Output>>;
}
