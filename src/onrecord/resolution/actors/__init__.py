"""Who is who across articles: the speakers of many articles linked to actors, each one over all of them."""
