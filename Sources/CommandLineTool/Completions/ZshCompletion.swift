/// Completion for zsh 5.
enum ZshCompletion {
  static var script: String {
    """
    #compdef lrplot
    # lrplot completion for zsh: lrplot completions zsh > "${fpath[1]}/_lrplot"

    _lrplot_context() {
      # The last word that is a command or a kind says what options there are; the first may be a command.
      local word
      for word in "${(@)words[2,CURRENT-1]}"; do
        case "$word" in
          \(BashCompletion.commands)) [[ -n $context ]] || { command=$word; context=$word } ;;
          \(BashCompletion.kinds)) context=$word ;;
          -*) ;;
          */*|*.*) named=1 ;;
        esac
      done
    }

    _lrplot_options() {
      kind= files=
      case "$1" in
    \(contexts)
        *)
          flags=('--help:Print help.' '--version:Print the version.')
          operands=(\(offers(Completion.commands + Completion.kinds)))
          ;;
      esac
    }

    _lrplot() {
      local context= command= named= kind= files= previous=${words[CURRENT-1]} current=${words[CURRENT]} values=
      local -a flags operands own names
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
        name)
          names=(\(paths))
          _lrplot_options "$context"
          if [[ -n $kind && $previous == --sweep ]]; then
            flags+=(\(offers(Completion.ofRuns.filter(Completion.isSwept))))
            names=(${${${${flags%%:*}:#--no-*}#--}/%/=})
          fi
          compadd -S '' -- $names
          return
          ;;
        ?*) compset -P '*,'; compadd -- ${=values}; return ;;
      esac
      _lrplot_options "$context"
      if [[ -n $kind ]]; then
        own=($flags)
        if [[ -z $command ]]; then
          flags=($own \(offers(Completion.ofPlots)))
        else
          _lrplot_options "$command"
          flags=($own \(offers(Completion.ofRuns)) $flags)
          operands=() files=
        fi
      elif [[ -n $named ]]; then
        # A schedule is named already; at takes one, and then steps.
        case "$command" in \(Completion.takingKinds.joined(separator: "|"))) operands=() ;; esac
        if [[ $command == at ]]; then operands=(last) files=; fi
      fi
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

  private static var paths: String {
    Completion.paths.map { Completion.quoted($0.hasSuffix(".") ? $0 : "\($0)=") }.joined(separator: " ")
  }

  private static func offers(_ options: [Completion.Option]) -> String {
    offers(options.flatMap { option in option.names.map { Completion.Candidate(word: $0, help: option.help) } })
  }

  private static var contexts: String {
    Completion.contexts.map { context in
      let operands = context.operands.map { Completion.quoted($0) }.joined(separator: " ")
      return "    \(context.names.joined(separator: "|"))) flags=(\(offers(context.options))) operands=(\(operands))"
        + "\(context.takesFiles ? " files=1" : "")\(context.isKind ? " kind=1" : "") ;;"
    }.joined(separator: "\n")
  }

  /// As `_describe` reads them: a colon stands between a word and what is said about it.
  private static func offers(_ offers: [Completion.Candidate]) -> String {
    offers.map { Completion.quoted("\($0.word):\($0.help)") }.joined(separator: " ")
  }
}
