/// Completion for zsh 5.
enum ZshCompletion {
  static var script: String {
    """
    #compdef lrplot
    # lrplot completion for zsh: lrplot completions zsh > "${fpath[1]}/_lrplot"

    _lrplot_context() {
      # The last word that is a command or a kind says what flags there are.
      local word
      for word in "${(@)words[2,CURRENT-1]}"; do
        case "$word" in
          \(Completion.contexts.flatMap(\.names).joined(separator: "|"))) context=$word ;;
        esac
      done
    }

    _lrplot_options() {
      case "$1" in
    \(contexts)
        *)
          flags=('--help:Print help.' '--version:Print the version.')
          operands=(\(offers(Completion.commands + Completion.kinds)))
          ;;
      esac
    }

    _lrplot() {
      local context= files= previous=${words[CURRENT-1]} current=${words[CURRENT]} values=
      local -a flags operands
      _lrplot_context
      if [[ $current == --*=* ]]; then
        previous=${current%%=*}
        compset -P '*='
      fi
      case "$context $previous" in
    \(BashCompletion.values)
      esac
      case "$values" in
        path) _files; return ;;
        anything) return 1 ;;
        ?*) compset -P '*,'; compadd -- ${=values}; return ;;
      esac
      _lrplot_options "$context"
      if [[ $current == -* ]]; then
        _describe -o option flags
        return
      fi
      (( $#operands )) && _describe word operands
      [[ -n $files ]] && _files
    }

    if [ "$funcstack[1]" = "_lrplot" ]; then _lrplot "$@"; else compdef _lrplot lrplot; fi

    """
  }

  private static var contexts: String {
    Completion.contexts.map { context in
      let options = context.options.flatMap { option in
        option.names.map { Completion.Offer(word: $0, help: option.help) }
      }
      let operands = context.operands.map { Completion.quoted($0) }.joined(separator: " ")
      return "    \(context.names.joined(separator: "|"))) flags=(\(offers(options))) operands=(\(operands))"
        + "\(context.takesFiles ? " files=1" : "") ;;"
    }.joined(separator: "\n")
  }

  /// As `_describe` reads them: a colon stands between a word and what is said about it.
  private static func offers(_ offers: [Completion.Offer]) -> String {
    offers.map { Completion.quoted("\($0.word):\($0.help)") }.joined(separator: " ")
  }

}
