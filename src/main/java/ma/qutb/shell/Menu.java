package ma.qutb.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.qutb.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** The menu of each user: what the modules offer and the user may open. */
class Menu {

    private final List<MenuEntry> entries;

    Menu(List<MenuEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    List<MenuGroup> of(@Nullable Actor actor, String path) {
        if (actor == null) {
            return List.of();
        }
        Map<String, List<MenuGroup.Line>> groups = new LinkedHashMap<>();
        var here = longestPrefix(path);
        for (var entry : entries) {
            var permission = entry.permission();
            if (permission == null || actor.may(permission)) {
                groups.computeIfAbsent(entry.group(), it -> new ArrayList<>())
                        .add(new MenuGroup.Line(entry, entry.path().equals(here)));
            }
        }
        return groups.entrySet().stream()
                .map(it -> new MenuGroup(it.getKey(), List.copyOf(it.getValue())))
                .toList();
    }

    private @Nullable String longestPrefix(String path) {
        return entries.stream()
                .map(MenuEntry::path)
                .filter(it -> path.equals(it) || path.startsWith(it + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
