package ma.qutb.materials.counter;

import org.jspecify.annotations.Nullable;

/** What is typed to set a quota. */
public record QuotaForm(
        @Nullable String point,
        @Nullable String material,
        @Nullable String period,
        @Nullable String most,
        @Nullable String from,
        @Nullable String reason) {

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
