package ma.qutb.registry.writing;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Reads the fields of a form one by one: what cannot be taken leaves its reason beside the field, and reading goes on,
 * so that somebody learns of all mistakes at once.
 */
public final class Typed {

    private final Errors errors;

    public Typed(Errors errors) {
        this.errors = errors;
    }

    /** What the reading makes of the field, or the stand-in when it is refused. */
    public <T> T read(String field, Supplier<T> reading, T standIn) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            errors.rejectValue(field, refusal.code(), refusal.getArguments(), null);
            return standIn;
        }
    }

    /** What the reading makes of the field; null when there is nothing or it is refused. */
    public <T> @Nullable T optional(String field, Supplier<? extends @Nullable T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            errors.rejectValue(field, refusal.code(), refusal.getArguments(), null);
            return null;
        }
    }

    /** A day as browsers send it, or null when empty. */
    public @Nullable LocalDate day(String field, String typed) {
        return optional(field, () -> {
            try {
                return typed.isBlank() ? null : LocalDate.parse(typed.strip());
            } catch (DateTimeParseException e) {
                throw new Refusal("registry.writing.refusal.day", typed);
            }
        });
    }

    /** A year, or null when empty. */
    public @Nullable Integer year(String field, String typed) {
        return optional(field, () -> {
            var digits = Writing.digits(typed, 20);
            if (digits.isEmpty()) {
                return null;
            }
            if (digits.length() != 4) {
                throw new Refusal("registry.writing.refusal.year", typed);
            }
            return Year.parse(digits).getValue();
        });
    }

    /** One of the values of an enum, or null when empty; anything else was not chosen from our list. */
    public <E extends Enum<E>> @Nullable E one(String field, Class<E> type, String typed) {
        return optional(field, () -> {
            try {
                return typed.isBlank() ? null : Enum.valueOf(type, typed);
            } catch (IllegalArgumentException e) {
                throw new Refusal("registry.writing.refusal.choice");
            }
        });
    }

    public void refuse(String field, String code, Object... arguments) {
        errors.rejectValue(field, code, arguments, null);
    }

    public boolean refused() {
        return errors.hasErrors();
    }
}
