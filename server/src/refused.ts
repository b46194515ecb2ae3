import type { Language, Localized } from '@waarborg/language';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The answer to a request that cannot be granted, in words that a client shows. It is no bug, and so it is not thrown. */
export function refused(message: Localized, language: Language): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message[language]);
}
