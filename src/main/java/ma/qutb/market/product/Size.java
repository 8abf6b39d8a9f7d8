package ma.qutb.market.product;

import org.jspecify.annotations.Nullable;

/**
 * How big something is.
 *
 * @param width millimetres, as height and depth
 * @param label as people say it, for example {@code M} or {@code 62}
 * @param weight milligrams
 */
public record Size(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer depth,
        String label,
        @Nullable Long weight) {}
