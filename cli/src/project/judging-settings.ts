import { relative, sep } from 'node:path';
import type { Day, Diagnostic, LevelName } from '@waarborg/language';
import { today } from '../today.ts';
import type { Project } from './find-project.ts';
import { overriddenFolder, packPlaces } from './project-places.ts';

/** What decides how a manifest is judged. */
export interface JudgingSettings {
  /** As `--policy` has them; empty for the packs that ship. */
  readonly policies: readonly string[];
  readonly asOf: Day;
  readonly failOn: LevelName;
}

/** How manifests are judged by the folder that they are in. */
export interface SettingsByFolder {
  /** For a manifest at an absolute path; undefined for standard input, which is in no folder. */
  readonly settingsOf: (path: string | undefined) => JudgingSettings;
  readonly diagnostics: readonly Diagnostic[];
}

interface Override {
  readonly folder: string;
  readonly settings: Partial<JudgingSettings>;
}

/**
 * The settings of manifests by their folders: those given, but for what overrides of the project say. `fixed` is what the
 * command line says, which wins over them.
 */
export function settingsByFolder(
  settings: JudgingSettings,
  fixed: Readonly<Record<keyof JudgingSettings, boolean>>,
  project: Project,
): SettingsByFolder {
  const diagnostics: Diagnostic[] = [];
  const overrides = overridesOf(project, fixed, diagnostics).sort(
    // The innermost comes last, and so wins.
    (a, b) => a.folder.length - b.folder.length,
  );
  const known = new Map<string, JudgingSettings>();
  const settingsOf = (path: string | undefined): JudgingSettings => {
    const around = path === undefined ? [] : overrides.filter(({ folder }) => isBelow(path, folder));
    const key = around.map(({ folder }) => folder).join('\0');
    const found = known.get(key) ?? Object.assign({}, settings, ...around.map((each) => each.settings));
    known.set(key, found);
    return found;
  };
  return { settingsOf, diagnostics };
}

function overridesOf(
  project: Project,
  fixed: Readonly<Record<keyof JudgingSettings, boolean>>,
  diagnostics: Diagnostic[],
): Override[] {
  return (project.settings.overrides?.value ?? []).flatMap(({ value }): readonly Override[] => {
    const folder = value.folder === undefined ? undefined : overriddenFolder(value.folder, project);
    if (folder === undefined) return [];
    if (typeof folder !== 'string') {
      diagnostics.push(folder);
      return [];
    }
    const packs = fixed.policies ? undefined : value.packs;
    const found = packPlaces(packs, project);
    diagnostics.push(...found.diagnostics);
    const asOf = value['as-of']?.value;
    const settings = {
      ...(packs === undefined ? {} : { policies: found.paths }),
      ...(asOf === undefined || fixed.asOf ? {} : { asOf: asOf === 'today' ? today() : asOf }),
      ...(value['fail-on'] === undefined || fixed.failOn ? {} : { failOn: value['fail-on'].value }),
    };
    return Object.keys(settings).length === 0 ? [] : [{ folder, settings }];
  });
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && way !== path;
}
