package ma.qutb.registry.directory;

import java.util.Locale;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/** Something received: {@code AWARD}, {@code MEDAL} or {@code COMMENDATION}. */
public record Award(String kind, LocalName title, @Nullable Integer year) {

    /** Key of what it is. */
    public String kindKey() {
        return "registry.directory.award." + kind.toLowerCase(Locale.ROOT);
    }
}
