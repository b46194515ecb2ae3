import { type DescribedCommand, type DescribedOption, withAllBelow } from './described-commands.ts';

/** A completion for zsh: a function for each command, which offers its options with what they do, its commands, or files. */
export function zshCompletion(program: DescribedCommand): string {
  return `#compdef waarborg
# Completion of waarborg for zsh. Made by: waarborg completion zsh
${withAllBelow(program).map(functionOf).join('\n')}
if [ "$funcstack[1]" = _waarborg ]; then
  _waarborg "$@"
else
  compdef _waarborg waarborg
fi
`;
}

function nameOf(path: readonly string[]): string {
  return ['_waarborg', ...path].join('_');
}

function functionOf(command: DescribedCommand): string {
  const specifications = command.options.map(specification);
  return command.commands.length === 0 ? leaf(command, specifications) : branch(command, specifications);
}

function leaf({ path, words }: DescribedCommand, specifications: readonly string[]): string {
  const rest = words.length === 0 ? "'*: :_files'" : `'*: :(${words.join(' ')})'`;
  return `${nameOf(path)}() {
  _arguments -s \\
    ${[...specifications, rest].join(' \\\n    ')}
}`;
}

function branch({ path, commands }: DescribedCommand, specifications: readonly string[]): string {
  const described = commands.map((each) => `    '${each.path.at(-1) ?? ''}:${quoted(each.description)}'`);
  const calls = commands.map((each) => `      ${each.path.at(-1) ?? ''}) ${nameOf(each.path)} ;;`);
  return `${nameOf(path)}() {
  local context state line
  local -A opt_args
  local -a commands=(
${described.join('\n')}
  )
  _arguments -C -s \\
    ${[...specifications, "'1: :->command'", "'*:: :->rest'"].join(' \\\n    ')}
  case $state in
    command) _describe command commands ;;
    rest) case $words[1] in
${calls.join('\n')}
    esac ;;
  esac
}`;
}

/** An option as `_arguments` reads it; one with a short and a long name is written once, and excludes itself. */
function specification({ flags, description, takesValue, isRepeatable, choices }: DescribedOption): string {
  const value = !takesValue ? '' : choices.length === 0 ? ': :_files' : `: :(${choices.join(' ')})`;
  const said = `'[${quoted(description)}]${value}'`;
  const names = flags.length === 1 ? (flags[0] ?? '') : `{${flags.join(',')}}`;
  return `'${isRepeatable ? '*' : `(${flags.join(' ')})`}'${names}${said}`;
}

function quoted(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, '\\$&').replaceAll("'", "'\\''");
}
