package ma.qutb.registry.search;

import java.util.Set;
import ma.qutb.registry.search.SearchEntry.Kind;

/**
 * What somebody looks for.
 *
 * @param typed as typed so far
 * @param kinds only these; empty for all
 * @param limit at most so many answers, 1 to 50
 */
public record SearchQuery(String typed, Set<Kind> kinds, int limit) {

    public SearchQuery {
        kinds = Set.copyOf(kinds);
        limit = Math.clamp(limit, 1, 50);
    }
}
