// Made from `schedules/` by RecipeTests; change the files there.

extension Recipe {
  /// Every recipe, folder by folder.
  static var all: [Recipe] {
    language + vision + detection + speech + generative + games + objectives + resume + kindByKind
  }
}
