import {
  buildProgram,
  type CompiledProgram,
  type CoreProgram,
  compileProgram,
  parsePolicy,
  sourceText,
} from '@waarborg/language';
import { policy, vocabulary } from './sixty-rules.ts';

/** The sixty rules, checked and compiled. */
export function compiledRules(): { readonly program: CoreProgram; readonly compiled: CompiledProgram } {
  const files = [sourceText('words.waarborg', vocabulary), sourceText('sixty.waarborg', policy)].map(parsePolicy);
  const { program, diagnostics } = buildProgram(files);
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`the benchmark's own policy is wrong: ${first.message.en}`);
  return { program, compiled: compileProgram(program) };
}
