import Foundation
import Testing
import Text

@testable import Charts

@Suite struct ThemeTests {
  private func picture(_ theme: Theme, _ background: Background = .auto) -> String {
    var chart = Pictures.cosine50
    chart.theme = theme
    chart.background = background
    return chart.draw().text
  }

  @Test
  func `dark colours stand in a media rule, or alone`() throws {
    let auto = picture(.auto)
    let media = try #require(auto.range(of: "@media (prefers-color-scheme:dark){"))
    #expect(auto[media.upperBound...].contains("#lrplot .background{fill:#0d1117}"))
    #expect(auto[..<media.lowerBound].contains("#lrplot .background{fill:#ffffff}"))
    #expect(!picture(.light).contains("@media") && !picture(.light).contains("#0d1117"))
    #expect(!picture(.dark).contains("@media") && !picture(.dark).contains("#ffffff"))
  }

  @Test
  func `attributes say what the rules say, for readers without style sheets`() {
    #expect(picture(.auto).contains("class=\"background\" width=\"100%\" height=\"100%\" fill=\"#ffffff\""))
    #expect(picture(.dark).contains("class=\"background\" width=\"100%\" height=\"100%\" fill=\"#0d1117\""))
    #expect(picture(.auto).contains("class=\"series s0\" stroke=\"#0072B2\""))
  }

  @Test
  func `every curve has 3 : 1 on light and 4.5 : 1 on dark`() {
    func luminance(_ colour: String) -> Double {
      let digits = colour.dropFirst().compactMap(\.hexDigitValue)
      let channels = stride(from: 0, to: 6, by: 2).map { index -> Double in
        let value = Double(digits[index] * 16 + digits[index + 1]) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    for colours in [Colours.light, .dark, .print] {
      let paper = luminance(colours.background ?? "#ffffff")
      for part in 0...20 {
        let ink = luminance(colours.palette.stroke(0, ramp: Double(part) / 20))
        #expect((max(paper, ink) + 0.05) / (min(paper, ink) + 0.05) >= 3)
      }
    }
    for (colours, least) in [(Colours.light, 3.0), (Colours.dark, 4.5)] {
      let paper = luminance(colours.background ?? "#ffffff")
      let ramp = (0...20).map { colours.palette.stroke(0, ramp: Double($0) / 20) }
      let brightness = ramp.map(luminance)
      #expect(zip(brightness, brightness.dropFirst()).allSatisfy { least > 4 ? $0 < $1 : $0 > $1 })
      for colour in (0..<4).map({ colours.palette.stroke($0, ramp: nil) }) + [colours.strong, colours.quiet] {
        let ink = luminance(colour)
        #expect((max(paper, ink) + 0.05) / (min(paper, ink) + 0.05) >= least, "\(colour)")
      }
    }
    #expect(Palette.light.stroke(0, ramp: nil) == "#0072B2")
  }

  @Test
  func `no variable, script or reference`() {
    for (name, chart) in Pictures.basic {
      let text = chart.draw().text
      #expect(!text.contains("var(") && !text.contains("<script") && !text.contains("href"), "\(name)")
      #expect(text.components(separatedBy: "http").count == 2, "\(name): only the name space")
    }
  }

  @Test
  func `a background of one's own keeps its ink readable on every page`() throws {
    let (pale, short, dark) = try (
      #require(Background("#fdf6e3")), #require(Background("#123")), #require(Background("#123456"))
    )
    #expect(!picture(.auto, .none).contains("background"))
    #expect(picture(.auto, pale).contains("fill=\"#fdf6e3\""))
    #expect(!picture(.auto, pale).contains("@media"))
    #expect(picture(.auto, short).contains(Colours.dark.strong))
    #expect(picture(.auto, dark).contains(Colours.dark.strong))
  }

  @Test(arguments: [
    ("auto", true), ("none", true), ("rebeccapurple", true), ("#fff", true), ("#FFFF", true), ("#00ff7F", true),
    ("#00ff7f80", true), ("", false), ("#", false), ("#ff", false), ("#fffff", false), ("#ggg", false),
    ("red;fill:blue", false), ("a\"b", false), ("@", false), ("white ", false), ("weiß", false),
    ("abcdefghijklmnopqrstuvwxyzabcdefg", false), ("red}*{display:none", false), ("url(x:y)", false),
    ("</style>", false),
  ])
  func `nothing but colours gets into a picture`(_ text: String, isFine: Bool) {
    #expect((Background(text) != nil) == isFine)
  }
}
