package ma.qutb.shell.list;

import java.util.ArrayList;
import java.util.List;
import ma.qutb.kernel.Language;

/**
 * A filter in force.
 *
 * @param label message key of the filter's name
 * @param words what is wanted: words, or a message key if {@code key}
 * @param without address of the list without it
 */
public record Chip(Filter.Form form, String label, String words, boolean key, String without) {

    static List<Chip> of(RecordList list, Asked asked, Language language, String path) {
        var chips = new ArrayList<Chip>();
        for (var filter : list.filters) {
            var label = list.texts + ".filter." + filter.key();
            var key = filter.key();
            switch (filter.form()) {
                case TEXT ->
                    asked.all(key).stream()
                            .limit(1)
                            .forEach(it -> chips.add(new Chip(
                                    filter.form(),
                                    label,
                                    it,
                                    false,
                                    path + asked.with(key).address())));
                case PERIOD, MOMENTS -> {
                    for (var name : filter.parameters()) {
                        Statement.day(asked, name)
                                .ifPresent(day -> chips.add(new Chip(
                                        filter.form(),
                                        label,
                                        (name.endsWith("_from") ? "≥ " : "≤ ") + ma.qutb.shell.Formats.shortDate(day),
                                        false,
                                        path + asked.with(name).address())));
                    }
                }
                default -> {
                    for (var option : filter.options().apply(language)) {
                        var chosen = asked.all(key);
                        if (chosen.contains(option.value())) {
                            var others = chosen.stream()
                                    .filter(it -> !it.equals(option.value()))
                                    .toArray(String[]::new);
                            chips.add(new Chip(
                                    filter.form(),
                                    label,
                                    option.label(),
                                    option.key(),
                                    path + asked.with(key, others).address()));
                        }
                    }
                }
            }
        }
        return chips;
    }
}
