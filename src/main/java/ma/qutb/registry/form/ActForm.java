package ma.qutb.registry.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.NumberReading;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.pick.Picking;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/**
 * One act as a form: what it asks, what was typed, and what is wrong with it. Its texts stand under one key: {@code .title},
 * {@code .submit} and {@code .<field>}, and where they exist {@code .lead} and {@code .<field>.hint}.
 */
public final class ActForm {

    private final String texts;
    private final String action;
    private final String back;
    private final Map<String, String> typed;
    private final Errors errors;
    private final Typed reading;
    private final List<Part> parts = new ArrayList<>();

    private ActForm(String texts, String action, String back, Map<String, String> typed) {
        this.texts = texts;
        this.action = action;
        this.back = back;
        this.typed = new TreeMap<>(typed);
        this.typed.putIfAbsent("key", Ids.next().toString());
        this.errors = new MapBindingResult(this.typed, "form");
        this.reading = new Typed(errors);
    }

    /**
     * @param action where it is sent
     * @param back where whoever gives up goes
     * @param typed what was sent, or what it begins with
     */
    public static ActForm of(String texts, String action, String back, Map<String, String> typed) {
        return new ActForm(texts, action, back, typed);
    }

    /** Asks for something. */
    public ActForm ask(Part part) {
        parts.add(part);
        return this;
    }

    public String texts() {
        return texts;
    }

    public String action() {
        return action;
    }

    public String back() {
        return back;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public Errors errors() {
        return errors;
    }

    public boolean refused() {
        return errors.hasErrors();
    }

    /** Whether a file may be sent with it. */
    public boolean withFiles() {
        return parts.stream().anyMatch(it -> it.purpose() != null);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Names the request: the same form sent twice does one thing. */
    public UUID key() {
        try {
            return UUID.fromString(value("key"));
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return Ids.next();
        }
    }

    /** A line of text, or nothing. */
    public String line(String field) {
        return reading.read(field, () -> Writing.line(value(field), 300), "");
    }

    /** A line of text that must be there. */
    public String needed(String field) {
        var line = line(field);
        if (line.isEmpty()) {
            need(field);
        }
        return line;
    }

    public Optional<LocalDate> day(String field) {
        return Optional.ofNullable(reading.day(field, value(field)));
    }

    /** A day that must be there; the stand-in is used only beside an error. */
    public LocalDate neededDay(String field) {
        return day(field).orElseGet(() -> {
            need(field);
            return LocalDate.EPOCH;
        });
    }

    /** A number of whole units in its smallest parts, or nothing. A dot or a comma separates the decimals. */
    public Optional<Long> quantity(String field, int decimals) {
        return Optional.ofNullable(reading.<Long>optional(field, () -> smallestParts(value(field), decimals)));
    }

    /** A number of whole units that must be there; 0 beside an error. */
    public long neededQuantity(String field, int decimals) {
        return quantity(field, decimals).orElseGet(() -> {
            need(field);
            return 0L;
        });
    }

    /** Dirhams in centimes, or nothing. */
    public Optional<Long> money(String field) {
        return Optional.ofNullable(reading.<Long>optional(
                field,
                () -> value(field).isBlank()
                        ? null
                        : Long.valueOf(whole(NumberReading.parse(value(field)), 2, value(field)))));
    }

    /** Dirhams that must be there; 0 beside an error. */
    public long neededMoney(String field) {
        return money(field).orElseGet(() -> {
            need(field);
            return 0L;
        });
    }

    /** A telephone number as it is kept, or nothing. */
    public Optional<String> phone(String field) {
        return Optional.ofNullable(reading.<String>optional(
                field,
                () -> value(field).isBlank()
                        ? null
                        : PhoneNumber.parse(value(field)).value()));
    }

    /** The id of a record that was chosen, or nothing. */
    public Optional<UUID> id(String field) {
        return Optional.ofNullable(reading.<UUID>optional(field, () -> {
            try {
                return value(field).isBlank() ? null : UUID.fromString(value(field));
            } catch (IllegalArgumentException e) {
                throw new Refusal("registry.writing.refusal.choice");
            }
        }));
    }

    /** Somebody of the registry who was picked, or nothing. */
    public Optional<UUID> party(String field) {
        var pick = parts.stream()
                .filter(it -> it.name().equals(field))
                .map(Part::pick)
                .findFirst()
                .orElse(null);
        return Optional.ofNullable(reading.<UUID>optional(field, () -> {
            var chosen = pick == null ? null : Picking.chosen(pick);
            return chosen == null ? null : chosen.id();
        }));
    }

    /** What a reading makes of the field; the stand-in beside an error. */
    public <T> T read(String field, Supplier<T> how, T standIn) {
        return reading.read(field, how, standIn);
    }

    /** Says that a field must not be empty, unless something else is wrong with it. */
    public void need(String field) {
        if (!errors.hasFieldErrors(field)) {
            reading.refuse(field, "registry.form.refusal.needed");
        }
    }

    /**
     * Acts if nothing that was typed is wrong; what is refused then is shown in the form.
     *
     * @param fields which field a refusal is about, by its code; the others are shown on top
     * @return whether it was done
     */
    public boolean does(Map<String, String> fields, Runnable act) {
        return attempt(fields, () -> {
                    act.run();
                    return true;
                })
                .isPresent();
    }

    /**
     * Acts if nothing that was typed is wrong; what is refused then is shown in the form.
     *
     * @param fields which field a refusal is about, by its code; the others are shown on top
     * @return what came of it; nothing if it was not done
     */
    public <T> Optional<T> attempt(Map<String, String> fields, Supplier<T> act) {
        if (refused()) {
            return Optional.empty();
        }
        try {
            return Optional.of(act.get());
        } catch (Refusal refusal) {
            tell(refusal, fields);
            return Optional.empty();
        }
    }

    private void tell(Refusal refusal, Map<String, String> fields) {
        var field = fields.get(refusal.code());
        if (field == null) {
            errors.reject(refusal.code(), refusal.getArguments(), null);
        } else {
            errors.rejectValue(field, refusal.code(), refusal.getArguments(), null);
        }
    }

    /** Options of a choice, as texts under a key. */
    public static List<Choice> choices(ma.qutb.shell.Page page, String texts, List<String> codes) {
        return codes.stream()
                .map(it -> new Choice(it, page.t(texts + "." + it)))
                .toList();
    }

    static @Nullable Long smallestParts(String text, int decimals) {
        var western = Writing.western(text)
                .replaceAll("[\\s\\u00a0\\u202f'’]", "")
                .replace('٫', '.')
                .replace(',', '.');
        if (western.isEmpty()) {
            return null;
        }
        if (!western.matches("[0-9]{1,12}(\\.[0-9]*)?")) {
            throw new Refusal("registry.form.refusal.quantity", text);
        }
        return whole(new BigDecimal(western.endsWith(".") ? western + "0" : western), decimals, text);
    }

    private static long whole(BigDecimal number, int decimals, String text) {
        try {
            return number.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException e) {
            throw new Refusal("registry.form.refusal.decimals", text, decimals);
        }
    }
}
