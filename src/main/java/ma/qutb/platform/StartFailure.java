package ma.qutb.platform;

/** Why Qutb cannot start, as a message key of the platform's bundle: one line the operator can act on. */
public class StartFailure extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    public StartFailure(String key, Object... arguments) {
        this(null, key, arguments);
    }

    public StartFailure(@org.jspecify.annotations.Nullable Throwable cause, String key, Object... arguments) {
        super(key, cause);
        this.key = key;
        this.arguments = arguments.clone();
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
