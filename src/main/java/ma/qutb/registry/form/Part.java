package ma.qutb.registry.form;

import java.util.List;
import ma.qutb.documents.FilePurpose;
import ma.qutb.registry.pick.PickField;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;

/**
 * One thing a form asks.
 *
 * @param type of {@code tag/field.jte}, or {@code select}, {@code choices}, {@code check}, {@code upload}, {@code pick}
 * @param unit shown behind the field, already in the reader's language
 * @param label already in the reader's language; null: the form's text of this name
 */
public record Part(
        String name,
        String type,
        boolean required,
        List<Choice> choices,
        @Nullable String unit,
        @Nullable String label,
        @Nullable FilePurpose purpose,
        @Nullable PickField pick) {

    /** Something to type. */
    public static Part typed(String name, String type) {
        return new Part(name, type, false, List.of(), null, null, null, null);
    }

    /** One of several. */
    public static Part choice(String name, List<Choice> choices) {
        return new Part(name, "select", false, choices, null, null, null, null);
    }

    /** One of a few, all shown. */
    public static Part cards(String name, List<Choice> choices) {
        return new Part(name, "choices", false, choices, null, null, null, null);
    }

    /** Yes or no; ticked it sends {@code true}. */
    public static Part check(String name) {
        return new Part(name, "check", false, List.of(), null, null, null, null);
    }

    /** A paper or a photo. */
    public static Part file(String name, FilePurpose purpose) {
        return new Part(name, "upload", false, List.of(), null, null, purpose, null);
    }

    /** Somebody of the registry. */
    public static Part pick(PickField field) {
        return new Part(field.name(), "pick", false, List.of(), null, null, null, field);
    }

    /** It cannot be left out. */
    public Part must() {
        return new Part(name, type, true, choices, unit, label, purpose, pick);
    }

    public Part in(String sign) {
        return new Part(name, type, required, choices, sign, label, purpose, pick);
    }

    public Part called(String words) {
        return new Part(name, type, required, choices, unit, words, purpose, pick);
    }
}
