package ma.qutb.identity.admin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.qutb.identity.ScopePlaces.Place;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.Reach;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Role;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Page;
import ma.qutb.shell.Tab;

/** Sections and choices of the pages about users. */
public final class UserTabs {

    private UserTabs() {}

    /** @param section the open one; empty for the first */
    public static List<Tab> of(Page page, Account account, String section) {
        var address = "/app/users/" + account.id();
        return List.of(
                tab(page, address, "", section),
                tab(page, address, "roles", section),
                tab(page, address, "sessions", section),
                tab(page, address, "changes", section));
    }

    private static Tab tab(Page page, String address, String name, String section) {
        var words = page.t("identity.users.section." + (name.isEmpty() ? "account" : name));
        return new Tab(words, name.isEmpty() ? address : address + "/" + name, null, name.equals(section));
    }

    public static List<Choice> languages() {
        return Language.COMPLETE.stream()
                .map(it -> new Choice(it.code(), it.ownName()))
                .toList();
    }

    public static List<Choice> roles(Page page) {
        return Arrays.stream(Role.values())
                .map(it -> new Choice(it.name(), page.t(it.messageKey())))
                .toList();
    }

    public static List<Choice> reaches(Page page) {
        return Arrays.stream(Reach.values())
                .map(it -> new Choice(it.name(), page.t(it.messageKey())))
                .toList();
    }

    public static Map<String, List<Place>> byKind(List<Place> places) {
        return places.stream().collect(Collectors.groupingBy(Place::kind, LinkedHashMap::new, Collectors.toList()));
    }

    /** Names of places, or their codes where nobody names them. */
    public static String names(List<String> codes, List<Place> places) {
        return codes.stream()
                .map(code -> places.stream()
                        .filter(it -> it.code().equals(code))
                        .map(Place::name)
                        .findFirst()
                        .orElse(code))
                .collect(Collectors.joining(" · "));
    }
}
