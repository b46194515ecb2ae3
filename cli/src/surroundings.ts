import type { Environment } from './locale.ts';

/** Where a command runs. */
export interface Surroundings {
  readonly workingFolder: string;
  readonly environment: Environment;
}
