import { type DescribedCommand, withAllBelow } from './described-commands.ts';

/**
 * A completion for bash. It goes through the words before the cursor to know which command they call, and offers its options,
 * the values of an option, or the commands below it; where there is none of these bash offers files.
 */
export function bashCompletion(program: DescribedCommand): string {
  const all = withAllBelow(program);
  return `# Completion of waarborg for bash. Made by: waarborg completion bash
_waarborg() {
  COMPREPLY=()
  local path='' options='' words='' word index
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  # bash takes --option=value apart at the equals sign.
  if [[ $current == '=' ]]; then current=''
  elif [[ $previous == '=' ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case "$path:$word" in
${lines(all.flatMap(entrances))}
${lines(all.flatMap(valuesToPass))}
    esac
  done
  case "$path:$previous" in
${lines(all.flatMap(valuesToOffer))}
  esac
  case "$path" in
${lines(all.map(offers))}
  esac
  if [[ $current == -* ]]; then words=$options; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _waarborg waarborg
`;
}

function lines(written: readonly string[]): string {
  return written.join('\n');
}

function pathOf({ path }: DescribedCommand): string {
  return path.join(' ');
}

/** Words that lead to a command below. */
function entrances(command: DescribedCommand): readonly string[] {
  return command.commands.map(
    ({ path }) => `      '${pathOf(command)}:${path.at(-1) ?? ''}') path='${path.join(' ')}' ;;`,
  );
}

/** Options whose value is no word of the command line. */
function valuesToPass(command: DescribedCommand): readonly string[] {
  const flags = command.options.filter(({ takesValue }) => takesValue).flatMap((option) => option.flags);
  if (flags.length === 0) return [];
  const skip = `[[ \${COMP_WORDS[index + 1]} == '=' ]] && ((index += 2)) || ((index++))`;
  return [`      ${patterns(command, flags)}) ${skip} ;;`];
}

function valuesToOffer(command: DescribedCommand): readonly string[] {
  return command.options
    .filter(({ takesValue }) => takesValue)
    .map(({ flags, choices }) => {
      const offered = choices.length === 0 ? '' : `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current")); `;
      return `    ${patterns(command, flags)}) ${offered}return ;;`;
    });
}

function patterns(command: DescribedCommand, flags: readonly string[]): string {
  return flags.map((flag) => `'${pathOf(command)}:${flag}'`).join('|');
}

function offers(command: DescribedCommand): string {
  const options = command.options.flatMap(({ flags }) => flags).join(' ');
  const words = [...command.commands.map(({ path }) => path.at(-1) ?? ''), ...command.words].join(' ');
  return `    '${pathOf(command)}') options='${options}' words='${words}' ;;`;
}
