package ma.qutb.shell;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * The published figures the public home page shows. The module that holds the facts offers them as a bean; without one
 * the page shows its words alone. Never a made-up figure.
 */
public interface HomeFacts {

    /** The figure of one of the four parts of the pole, if a source gives one. */
    Optional<Figure> of(Part part, Language language);

    /** When and for how much the pole was opened, at most three. */
    List<Figure> opening(Language language);

    /** Prizes and medals of the region's artisans, at most four, the most telling first. */
    List<Award> awards(Language language);

    /** The region in figures, at most six. */
    List<Figure> region(Language language);

    /** The four parts of the pole. */
    enum Part {
        INSTITUTE("school"),
        CENTRE("tools"),
        HALL("building-store"),
        ZONE("map-2");

        private final String icon;

        Part(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        /** End of its message keys, {@code shell.home.part.<key>}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A figure and where it comes from.
     *
     * @param value as written in the reader's language
     * @param text what is counted
     * @param source short name of the publication
     * @param path where the fact opens to its source, without the language ({@code /figures/…})
     * @param caution what other publications say against it, in few words; null when nobody disagrees
     */
    record Figure(
            String icon,
            String value,
            String text,
            String source,
            @Nullable String path,
            @Nullable String caution) {}

    /** A prize or medals: the year or the number, the words, the craft's icon. */
    record Award(
            String icon,
            String value,
            String text,
            @Nullable String path) {}
}
