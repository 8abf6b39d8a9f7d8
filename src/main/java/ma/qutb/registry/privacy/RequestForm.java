package ma.qutb.registry.privacy;

import org.jspecify.annotations.Nullable;

/** A request as typed, by a visitor or by staff at the counter. {@code website} is for machines: people do not see it. */
public record RequestForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String words,
        @Nullable String channel,
        @Nullable String website) {

    static RequestForm empty(String kind) {
        return new RequestForm(kind, "", "", "", "", "", "");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    RequestKind asked() {
        try {
            return RequestKind.valueOf(text(kind));
        } catch (IllegalArgumentException e) {
            throw new ma.qutb.kernel.Refusal("registry.privacy.refusal.no-kind");
        }
    }

    Channel came() {
        try {
            return Channel.valueOf(text(channel));
        } catch (IllegalArgumentException e) {
            return Channel.COUNTER;
        }
    }

    Asker asker() {
        return Asker.typed(text(name), text(phone), text(email));
    }

    String said() {
        return text(words);
    }

    boolean fromMachine() {
        return !text(website).isEmpty();
    }
}
