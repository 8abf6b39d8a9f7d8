package ma.qutb.materials.stock;

import java.time.LocalDate;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Typed;
import org.jspecify.annotations.Nullable;

/** What is typed about a fineness: which, and from or until which day. */
public record FinenessForm(
        @Nullable String material,
        @Nullable String fineness,
        @Nullable String day) {

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Thousandths with a decimal at most. */
    Fineness read() {
        long tenths = Typed.parts(text(fineness), 1).orElse(0);
        if (tenths < 1 || tenths > 10_000) {
            throw new Refusal("materials.fineness.refusal.range");
        }
        return new Fineness((int) tenths);
    }

    LocalDate date() {
        return DateReading.tryParse(text(day)).orElseThrow(() -> new Refusal("materials.fineness.refusal.day"));
    }
}
