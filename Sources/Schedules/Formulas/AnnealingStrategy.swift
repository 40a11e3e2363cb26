/// The curve along which torch anneals: half a cosine or a straight line.
enum AnnealingStrategy: String, Choice { case cos, linear }
