package ma.qutb.platform;

import org.jspecify.annotations.Nullable;

/** Why Qutb cannot start, as a message key of the platform's bundle: one line the operator can act on. */
public class StartFailure extends RuntimeException {

    private final String key;
    private final transient @Nullable Object[] arguments;

    public StartFailure(String key, @Nullable Object... arguments) {
        this(null, key, arguments);
    }

    public StartFailure(@Nullable Throwable cause, String key, @Nullable Object... arguments) {
        super(key, cause);
        this.key = key;
        this.arguments = arguments.clone();
    }

    String key() {
        return key;
    }

    @Nullable
    Object[] arguments() {
        return arguments.clone();
    }
}
