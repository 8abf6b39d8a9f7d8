package ma.qutb.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/** What the field tags need to know: ids, what was typed, what is wrong with it, how a phone should offer its keys. */
public final class Fields {

    private static final Set<String> LEFT_TO_RIGHT =
            Set.of("tel", "email", "url", "number", "decimal", "code", "date", "password");

    private Fields() {}

    /** Id of a field's input; a link {@code #id} leads to it. */
    public static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** What the reader last typed: what was refused, else the value given. */
    public static String typed(@Nullable Errors errors, String name, @Nullable Object given) {
        FieldError error = errors == null ? null : errors.getFieldError(name);
        var typed = error == null || error.getRejectedValue() == null ? given : error.getRejectedValue();
        return typed == null ? "" : typed.toString();
    }

    /** What is wrong with a field, in the reader's language; null when nothing is. */
    public static @Nullable String error(Page page, @Nullable Errors errors, String name) {
        FieldError error = errors == null ? null : errors.getFieldError(name);
        return error == null ? null : page.t(error);
    }

    /** Names of the fields with errors, each once, in the order they were found. */
    public static Set<String> withErrors(Errors errors) {
        return errors.getFieldErrors().stream()
                .map(FieldError::getField)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The ids of hint and error for {@code aria-describedby}. */
    public static @Nullable String described(String name, @Nullable String hint, @Nullable String error) {
        var ids = Stream.of(hint == null ? "" : id(name) + "-hint", error == null ? "" : id(name) + "-error")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /** Whether this kind of value reads left to right in every language. */
    public static boolean leftToRight(String type) {
        return LEFT_TO_RIGHT.contains(type);
    }

    /** The browser's input type; numbers are typed as text because the number type loses what it does not understand. */
    public static String inputType(String type) {
        return switch (type) {
            case "number", "decimal", "code" -> "text";
            default -> type;
        };
    }

    /** Which keys a phone shows. */
    public static @Nullable String inputMode(String type) {
        return switch (type) {
            case "number" -> "numeric";
            case "decimal" -> "decimal";
            case "tel" -> "tel";
            case "email" -> "email";
            default -> null;
        };
    }

    /** First letters of the first two words of a name. */
    public static String letters(String name) {
        // Arabic letters would join into another word, so they are kept apart.
        return Stream.of(name.strip().split("\\s+"))
                .filter(it -> !it.isEmpty())
                .limit(2)
                .map(it -> it.substring(0, it.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining("\u200c"));
    }

    /** Page numbers to show: the first, the last, the neighbours; 0 stands for a gap. */
    public static List<Integer> pages(int now, int last) {
        var pages = new ArrayList<Integer>();
        int before = 0;
        for (int number = 1; number <= last; number++) {
            if (number == 1 || number == last || Math.abs(number - now) <= 1) {
                if (number - before > 1) {
                    pages.add(0);
                }
                pages.add(number);
                before = number;
            }
        }
        return pages;
    }

    /** What the signed-in user is, by the first of their roles; empty for nobody. */
    public static String role(Page page) {
        return page.actor().stream()
                .flatMap(it -> it.roles().stream())
                .sorted()
                .limit(1)
                .map(it -> page.t(it.messageKey()))
                .collect(Collectors.joining());
    }

    /** Whose drafts a page keeps on the device. */
    public static String actor(Page page) {
        return page.actor().map(it -> it.id().toString()).orElse("");
    }

    /** Where whoever is signed in begins: staff at their desk, artisans on their own page; null for the public. */
    public static @Nullable String inside(Page page) {
        return page.actor()
                .map(it -> it.roles().stream().anyMatch(Role::staff) ? "/app" : "/me")
                .orElse(null);
    }

    /** Address of the service worker, which changes with the static files and the language. */
    public static String worker(Page page) {
        return "/sw.js?v=" + page.assetVersion() + "&lang=" + page.lang();
    }
}
