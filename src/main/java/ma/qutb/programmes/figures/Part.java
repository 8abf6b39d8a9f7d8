package ma.qutb.programmes.figures;

import java.util.Arrays;
import java.util.Optional;

/** A page of the region's figures; its words are {@code programmes.part.<code>}. */
public enum Part {
    PROJECTS("list-check"),
    FUNDING("coins"),
    TRAINING("school"),
    INDH("plant-2"),
    FAIRS("confetti"),
    AWARDS("medal"),
    POLE("building-community"),
    SPACES("map-2");

    private final String icon;

    Part(String icon) {
        this.icon = icon;
    }

    static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    public String path() {
        return "/figures/" + code();
    }
}
