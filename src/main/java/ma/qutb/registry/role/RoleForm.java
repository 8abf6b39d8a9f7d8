package ma.qutb.registry.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in the form about a role, as sent; {@code organisation} and {@code tutor} are what was picked. */
public record RoleForm(
        String token,
        Long version,
        List<String> crafts,
        String organisation,
        String organisationTyped,
        String tutor,
        String tutorTyped,
        String post,
        String since,
        String until,
        String note) {

    /** Crafts a trainer can be given at once. */
    static final int ROWS = 4;

    public RoleForm {
        token = text(token);
        version = version == null ? 0L : version;
        crafts = crafts == null
                ? List.of()
                : crafts.stream().filter(it -> !it.isBlank()).distinct().toList();
        organisation = text(organisation);
        organisationTyped = text(organisationTyped);
        tutor = text(tutor);
        tutorTyped = text(tutorTyped);
        post = text(post);
        since = text(since);
        until = text(until);
        note = text(note);
    }

    private static String text(@Nullable Object typed) {
        return typed == null ? "" : typed.toString();
    }

    static RoleForm empty(List<String> crafts) {
        return new RoleForm(UUID.randomUUID().toString(), 0L, crafts, "", "", "", "", "", "", "", "");
    }

    static RoleForm of(long version, RoleDetails it) {
        return new RoleForm(
                UUID.randomUUID().toString(),
                version,
                it.craft() == null ? List.of() : List.of(it.craft().value()),
                it.organisation() == null ? "" : "organisation:" + it.organisation(),
                "",
                it.tutor() == null ? "" : "person:" + it.tutor(),
                "",
                it.post(),
                text(it.since()),
                text(it.until()),
                it.note());
    }

    RoleForm against(long standing) {
        return new RoleForm(
                token, standing, crafts, organisation, organisationTyped, tutor, tutorTyped, post, since, until, note);
    }

    public String craft(int row) {
        return row < crafts.size() ? crafts.get(row) : "";
    }

    /** Field by field, for laying two forms side by side; who was picked stands in the form itself. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("crafts", String.join(" ", crafts));
        values.put("post", post);
        values.put("since", since);
        values.put("until", until);
        values.put("note", note);
        return values;
    }
}
