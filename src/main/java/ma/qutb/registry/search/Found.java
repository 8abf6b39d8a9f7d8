package ma.qutb.registry.search;

/**
 * One answer.
 *
 * @param entry what is known of it in the index
 * @param score from 0 to 1, how well it fits what was typed
 */
public record Found(SearchEntry entry, double score) {}
