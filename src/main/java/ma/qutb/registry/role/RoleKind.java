package ma.qutb.registry.role;

import java.util.Arrays;
import java.util.Optional;
import ma.qutb.registry.writing.Worded;
import ma.qutb.registry.writing.Words;

/** What somebody can be for a time. */
public enum RoleKind implements Worded {
    APPRENTICE,
    TRAINER,
    MANAGER;

    @Override
    public String messageKey() {
        return "registry.person.role." + code();
    }

    /** As addresses and message keys write it. */
    public String code() {
        return Words.kebab(name());
    }

    static Optional<RoleKind> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    public String icon() {
        return switch (this) {
            case APPRENTICE -> "school";
            case TRAINER -> "certificate";
            case MANAGER -> "briefcase";
        };
    }
}
