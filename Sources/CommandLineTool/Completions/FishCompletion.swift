/// Completion for fish 3.
enum FishCompletion {
  static var script: String {
    """
    # lrplot completion for fish: lrplot completions fish > ~/.config/fish/completions/lrplot.fish

    function __lrplot_context
        # The last word that is a command or a kind says what flags there are.
        set -l context ''
        for word in (commandline -opc)[2..-1]
            switch $word
                case \(Completion.contexts.flatMap(\.names).map(quoted).joined(separator: " "))
                    set context $word
            end
        end
        echo -- $context
    end

    function __lrplot_offers
        set -l context (__lrplot_context)
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
        switch "$context"
    \(contexts)
            case '*'
                printf '%s\\t%s\\n' \(offers(Completion.commands + Completion.kinds)) '--help' 'Print help.' '--version' 'Print the version.'
        end
    end

    complete -c lrplot -f -a '(__lrplot_offers)'

    """
  }

  private static var contexts: String {
    Completion.contexts.map { context in
      let options = context.options.flatMap { option in
        option.names.map { Completion.Offer(word: $0, help: option.help) }
      }
      let files = context.takesFiles ? "\n            __fish_complete_path $current" : ""
      let operands = context.operands.isEmpty ? "" : "\n            printf '%s\\n' \(list(context.operands))"
      return """
                case \(list(context.names))
                    string match -q -- '-*' "$current"; and printf '%s\\t%s\\n' \(offers(options))\(operands)\(files)
        """
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
        case .none: ""
        }
      return "        case \(patterns)\n            \(action)"
    }.joined(separator: "\n") + "\n        case '* -*'\n            return"
  }

  private static func list(_ words: [String], before: String = " ") -> String {
    words.map(quoted).joined(separator: before)
  }

  private static func offers(_ offers: [Completion.Offer]) -> String {
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
