import { signaturesAt } from '@waarborg/language';
import type { ParameterInformation, SignatureInformation } from 'vscode-languageserver';
import type { Handler } from './handler.ts';

/** `textDocument/signatureHelp`. */
export const signatureHelp: Handler = {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [' '] } }),
  register: ({ connection, answer, place, workspace, client }) => {
    const able = client.textDocument?.signatureHelp?.signatureInformation;
    const withOffsets = able?.parameterInformation?.labelOffsetSupport === true;
    connection.onSignatureHelp(
      answer((params) => {
        const at = place(params);
        const found = at === undefined ? [] : signaturesAt(at.snapshot, at.path, at.offset);
        const [first] = found;
        if (first === undefined) return null;
        const signatures = found.map(
          ({ label, parameters }): SignatureInformation => ({
            label,
            parameters: parameters.map(
              ({ start, end, about }): ParameterInformation => ({
                label: withOffsets ? [start, end] : label.slice(start, end),
                ...(about === undefined ? {} : { documentation: about[workspace.language] }),
              }),
            ),
          }),
        );
        // A number beyond the last says that none is active.
        return { signatures, activeSignature: 0, activeParameter: first.active ?? first.parameters.length };
      }),
    );
  },
};
