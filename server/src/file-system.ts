/** Reads files for the server: from disk in Node.js, from what an editor holds in a browser. All places are URIs. */
export interface FileSystem {
  /** The text of a file; undefined where there is none that can be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** The policies, tests and manifests below a folder, without installed packages and hidden folders; empty where it is not there. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** The folders of the installed packages with policies that a program in a folder would find, nearest first. */
  readonly packages: (folder: string) => Promise<readonly string[]>;
}

/** What the server is told of where it runs. */
export interface Surroundings {
  readonly files: FileSystem;
  /** The folder of the packs that ship with Waarborg; undefined where they are not there. */
  readonly shipped: string | undefined;
  /** Where the pages of the reference stand; undefined where they are not there, so that no code is a link. */
  readonly reference: string | undefined;
  readonly version: string;
  /** The day that it is in the Netherlands, as `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** How the text of a file is written, by its name; undefined for a file that is none of ours. */
export function syntaxOf(uri: string): 'waarborg' | 'yaml' | 'json' | undefined {
  if (/\.waarborg$/i.test(uri)) return 'waarborg';
  if (/\.ya?ml$/i.test(uri)) return 'yaml';
  return /\.json$/i.test(uri) ? 'json' : undefined;
}

/** Whether a file is ours by its name alone: a policy, tests, or a manifest. */
export function isOurs(uri: string): boolean {
  return /\.waarborg$|\.analysis\.(?:ya?ml|json)$/i.test(uri);
}
