/// Completion for fish 3.
enum FishCompletion {
  static var script: String {
    """
    # lrplot completion for fish: lrplot completions fish > ~/.config/fish/completions/lrplot.fish

    function __lrplot_context
        # The command, the last kind, and whether a file is named: they say what options there are.
        set -l command ''
        set -l kind ''
        set -l named ''
        for word in (commandline -opc)[2..-1]
            switch $word
                case \(Completion.commands.map { quoted($0.word) }.joined(separator: " "))
                    test -z "$command$kind"; and set command $word
                case \(Completion.contexts.filter(\.isKind).flatMap(\.names).map(quoted).joined(separator: " "))
                    set kind $word
                case '-*'
                case '*/*' '*.*'
                    set named 1
            end
        end
        printf '%s\\n' "$command" "$kind" "$named"
    end

    function __lrplot_options
        switch "$argv"
    \(options)
        end
    end

    function __lrplot_offers
        set -l found (__lrplot_context)
        set -l command $found[1]
        set -l kind $found[2]
        set -l named $found[3]
        set -l context $command
        test -n "$kind"; and set context $kind
        set -l previous (commandline -opc)[-1]
        set -l current (commandline -ct)
        set -l start ''
        if string match -qr -- '^--[^=]+=' $current
            set previous (string replace -r -- '=.*' '' $current)
            set start $previous=
        end
        # A list goes on behind its last comma.
        set -l list $start
        if string match -q -- '*,*' $current
            set list (string replace -r -- '[^,]*$' '' $current)
        end
        switch "$context $previous"
    \(values)
        end
        if string match -q -- '-*' $current; and test -n "$context"
            if test -n "$kind"
                __lrplot_options $kind
                if test -z "$command"
                    printf '%s\\t%s\\n' \(offers(Completion.ofPlots))
                else
                    printf '%s\\t%s\\n' \(offers(Completion.ofRuns))
                end
            end
            test -n "$command"; and __lrplot_options $command
            return
        end
        if test "$command" = at; and test -n "$named$kind"
            echo last
            return
        end
        test -n "$kind"; and return
        switch "$context"
    \(operands)
            case '*'
                printf '%s\\t%s\\n' \(offers(Completion.commands + Completion.kinds)) '--help' 'Print help.' '--version' 'Print the version.'
        end
    end

    complete -c lrplot -f -a '(__lrplot_offers)'

    """
  }

  /// The options of each command, and the parameters of each kind.
  private static var options: String {
    Completion.contexts.filter { !$0.options.isEmpty }.map { context in
      """
              case \(list(context.names))
                  printf '%s\\t%s\\n' \(offers(context.options))
      """
    }.joined(separator: "\n")
  }

  /// What stands after a command that is not an option; kinds only until a file is named.
  private static var operands: String {
    Completion.contexts.filter { !$0.isKind }.map { context in
      let files = context.takesFiles ? "\n            __fish_complete_path $current" : ""
      let condition = Completion.takingKinds.contains(context.names[0]) ? "test -z \"$named\"; and " : ""
      let operands =
        context.operands.isEmpty ? "" : "\n            \(condition)printf '%s\\n' \(list(context.operands))"
      return "        case \(list(context.names))\(operands)\(files)"
    }.joined(separator: "\n")
  }

  private static var values: String {
    Completion.values.map { value in
      let contexts = value.contexts.isEmpty ? ["*"] : value.contexts
      let patterns = list(contexts.flatMap { context in value.names.map { "\(context) \($0)" } })
      let action =
        switch value.value {
        case .path: "__fish_complete_path (string replace -- $start '' $current)\n            return"
        case .words(let words): "printf '%s\\n' $list\(list(words, before: " $list"))\n            return"
        case .anything: "return"
        case .name:
          """
          if test -n "$kind"; and test "$previous" = --sweep
                          __lrplot_options $kind | string match -r -- '^--(?!no-)[^\\t]+' | string replace -r -- '^--(.*)' $start'$1='
                          printf '%s\\n' \(swept)
                      else
                          printf '%s\\n' $start\(list(paths, before: " $start"))
                      end
                      return
          """
        case .none: ""
        }
      return "        case \(patterns)\n            \(action)"
    }.joined(separator: "\n") + "\n        case '* -*'\n            return"
  }

  private static var swept: String {
    let names = Completion.ofRuns.filter(Completion.isSwept).flatMap(\.names).filter { $0.hasPrefix("--") }
    return "$start" + list(names.map { "\($0.dropFirst(2))=" }, before: " $start")
  }

  private static var paths: [String] { Completion.paths.map { $0.hasSuffix(".") ? $0 : "\($0)=" } }

  private static func list(_ words: [String], before: String = " ") -> String {
    words.map(quoted).joined(separator: before)
  }

  private static func offers(_ options: [Completion.Option]) -> String {
    offers(options.flatMap { option in option.names.map { Completion.Candidate(word: $0, help: option.help) } })
  }

  private static func offers(_ offers: [Completion.Candidate]) -> String {
    offers.map { "\(quoted($0.word)) \(quoted($0.help))" }.joined(separator: " ")
  }

  /// A text in single quotes, inside which fish knows a backslash.
  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "'"
  }
}
