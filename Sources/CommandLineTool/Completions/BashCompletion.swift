import Text

/// Completion for bash 3.2 and later.
enum BashCompletion {
  static var script: String {
    """
    # lrplot completion for bash: source <(lrplot completions bash)

    _lrplot_context() {
      # The last word that is a command or a kind says what options there are; the first may be a command.
      local word
      context= command= named=
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$word" in
          \(commands)) if [ -z "$context" ]; then command=$word context=$word; fi ;;
          \(kinds)) context=$word ;;
          -*) ;;
          */*|*.*) named=1 ;;
        esac
      done
    }

    _lrplot_options() {
      options= operands= files= kind=
      case "$1" in
    \(contexts)
        *) options=\(Completion.quoted("--help --version")) operands=\(Completion.quoted(words)) ;;
      esac
    }

    _lrplot_names() {
      # What --sweep and --set may name: options of the kind, or paths in a schedule file.
      local option
      names=\(Completion.quoted(paths))
      _lrplot_options "$context"
      [ -n "$kind" ] || return
      if [ "$previous" = --sweep ]; then names=; fi
      for option in $options \(swept); do
        case "$option" in
          --no-*) ;;
          *) if [ "$previous" = --sweep ]; then names="$names ${option#--}="; fi ;;
        esac
      done
    }

    _lrplot() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local context command named kind options own operands files names values= start=
      # bash takes `--option=value` apart at the equals sign.
      if [ "$current" = = ]; then current=; fi
      if [ "$previous" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
      _lrplot_context
      case "$context $previous" in
    \(values)
      esac
      if [ -n "$values" ]; then
        if [ "$values" = path ]; then COMPREPLY=($(compgen -f -- "$current")); return; fi
        if [ "$values" = name ]; then
          _lrplot_names
          COMPREPLY=($(compgen -W "$names" -- "$current"))
          type compopt > /dev/null 2>&1 && compopt -o nospace 2> /dev/null
          return
        fi
        # A list goes on behind its last comma.
        case "$current" in *,*) start=${current%,*}, ;; esac
        if [ "$values" != anything ]; then COMPREPLY=($(compgen -P "$start" -W "$values" -- "${current##*,}")); fi
        return
      fi
      _lrplot_options "$context"
      if [ -n "$kind" ]; then
        own=$options
        if [ -z "$command" ]; then
          options="$own "\(Completion.quoted(options(Completion.ofPlots)))
        else
          _lrplot_options "$command"
          options="$own "\(Completion.quoted(options(Completion.ofRuns)))" $options" operands= files=
        fi
      elif [ -n "$named" ]; then
        # A schedule is named already; at takes one, and then steps.
        case "$command" in \(Completion.takingKinds.joined(separator: "|"))) operands= ;; esac
        if [ "$command" = at ]; then operands=last files=; fi
      fi
      case "$current" in
        -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
        *)
          COMPREPLY=($(compgen -W "$operands" -- "$current"))
          if [ -n "$files" ]; then COMPREPLY+=($(compgen -f -- "$current")); fi
          ;;
      esac
    }

    complete -o filenames -F _lrplot lrplot

    """
  }

  static var commands: String { Completion.commands.map(\.word).joined(separator: "|") }
  static var kinds: String { Completion.contexts.filter(\.isKind).flatMap(\.names).joined(separator: "|") }
  private static var paths: String { Completion.paths.map { $0.hasSuffix(".") ? $0 : "\($0)=" }.joined(separator: " ") }
  private static var swept: String { options(Completion.ofRuns.filter(Completion.isSwept)) }
  private static func options(_ options: [Completion.Option]) -> String {
    options.flatMap(\.names).joined(separator: " ")
  }
  private static var words: String { (Completion.commands + Completion.kinds).map(\.word).joined(separator: " ") }

  private static var contexts: String {
    Completion.contexts.map { context in
      let options = context.options.flatMap(\.names).joined(separator: " ")
      let operands =
        context.operands.isEmpty ? "" : " operands=\(Completion.quoted(context.operands.joined(separator: " ")))"
      return "    \(context.names.joined(separator: "|"))) options=\(Completion.quoted(options))\(operands)"
        + "\(context.takesFiles ? " files=1" : "")\(context.isKind ? " kind=1" : "") ;;"
    }.joined(separator: "\n")
  }

  static var values: String {
    Completion.values.map { value in
      let contexts = value.contexts.isEmpty ? ["*"] : value.contexts
      let patterns = contexts.flatMap { context in value.names.map { "\(context)\\ \($0)" } }.joined(separator: "|")
      switch value.value {
      case .path: return "    \(patterns)) values=path ;;"
      case .name: return "    \(patterns)) values=name ;;"
      case .words(let words): return "    \(patterns)) values=\(Completion.quoted(words.joined(separator: " "))) ;;"
      case .anything: return "    \(patterns)) values=anything ;;"
      case .none: return "    \(patterns)) ;;"
      }
    }.joined(separator: "\n") + "\n    *\\ -*) values=anything ;;"
  }
}

extension Completion {
  /// A text in single quotes, as bash and zsh read it.
  static func quoted(_ text: String) -> String {
    "'" + text.parts(between: "'").joined(by: "'\\''") + "'"
  }
}
