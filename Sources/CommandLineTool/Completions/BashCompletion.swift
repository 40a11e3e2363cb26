import Text

/// Completion for bash 3.2 and later.
enum BashCompletion {
  static var script: String {
    """
    # lrplot completion for bash: source <(lrplot completions bash)

    _lrplot_context() {
      # The last word that is a command or a kind says what flags there are.
      local word
      context=
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$word" in
          \(names.joined(separator: "|"))) context=$word ;;
        esac
      done
    }

    _lrplot_options() {
      options= operands= files=
      case "$1" in
    \(contexts)
        *) options=\(Completion.quoted("--help --version")) operands=\(Completion.quoted(words)) ;;
      esac
    }

    _lrplot() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} context options operands files values= start=
      # bash takes `--option=value` apart at the equals sign.
      if [ "$current" = = ]; then current=; fi
      if [ "$previous" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
      _lrplot_context
      case "$context $previous" in
    \(values)
      esac
      if [ -n "$values" ]; then
        if [ "$values" = path ]; then COMPREPLY=($(compgen -f -- "$current")); return; fi
        # A list goes on behind its last comma.
        case "$current" in *,*) start=${current%,*}, ;; esac
        if [ "$values" != anything ]; then COMPREPLY=($(compgen -P "$start" -W "$values" -- "${current##*,}")); fi
        return
      fi
      _lrplot_options "$context"
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

  private static var names: [String] { Completion.contexts.flatMap(\.names) }
  private static var words: String { (Completion.commands + Completion.kinds).map(\.word).joined(separator: " ") }

  private static var contexts: String {
    Completion.contexts.map { context in
      let options = context.options.flatMap(\.names).joined(separator: " ")
      let operands =
        context.operands.isEmpty ? "" : " operands=\(Completion.quoted(context.operands.joined(separator: " ")))"
      return "    \(context.names.joined(separator: "|"))) options=\(Completion.quoted(options))\(operands)"
        + "\(context.takesFiles ? " files=1" : "") ;;"
    }.joined(separator: "\n")
  }

  static var values: String {
    Completion.values.map { value in
      let contexts = value.contexts.isEmpty ? ["*"] : value.contexts
      let patterns = contexts.flatMap { context in value.names.map { "\(context)\\ \($0)" } }.joined(separator: "|")
      switch value.value {
      case .path: return "    \(patterns)) values=path ;;"
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
