import { inlayHintsOf } from '@waarborg/language';
import { once } from '../once.ts';
import type { Handler } from './handler.ts';

/** `textDocument/inlayHint`: off until the setting `waarborg.inlayHints` is on. */
export const inlayHints: Handler = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: ({ connection, client, answer, file, positions, workspace }) => {
    connection.languages.inlayHint.on(
      answer(({ textDocument, range }) => {
        const found = workspace.inlayHints ? file(textDocument) : undefined;
        if (found === undefined) return null;
        const { path, source } = found;
        const seen = { start: positions.offset(source, range.start), end: positions.offset(source, range.end) };
        return inlayHintsOf(workspace.snapshot, path, seen).map(({ offset, value, about }) => {
          const hint = { position: positions.position(source, offset), label: ` = ${value}` };
          return about === undefined ? hint : { ...hint, tooltip: about[workspace.language] };
        });
      }),
    );
    if (client.workspace?.inlayHint?.refreshSupport !== true) return;
    const refresh = once(() => connection.languages.inlayHint.refresh());
    workspace.whenChanged((cause) => {
      if (cause === 'elsewhere') refresh();
    });
  },
};
