package ma.qutb.registry.role;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.registry.writing.Typed;
import ma.qutb.registry.writing.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Makes of the form what the registry understands; every mistake is told beside its field. */
final class RoleReading {

    private static final Map<String, String> FIELDS = Map.of(
            "registry.role.refusal.no-craft", "crafts",
            "registry.craft.refusal.unknown", "crafts",
            "registry.role.refusal.overlap", "since",
            "registry.role.refusal.no-organisation", "organisation",
            "registry.role.refusal.own-tutor", "tutor",
            "registry.role.refusal.ahead", "since",
            "registry.role.refusal.before-birth", "since",
            "registry.role.refusal.ends-before", "until");

    private RoleReading() {}

    /** One for each craft; empty when something was refused, the reasons are among the errors. */
    static List<RoleDetails> read(RoleForm form, PickField organisation, PickField tutor, Errors errors) {
        var typed = new Typed(errors);
        var where = typed.optional("organisation", () -> Picking.chosen(organisation));
        var whom = typed.optional("tutor", () -> Picking.chosen(tutor));
        var post = typed.read("post", () -> Writing.line(form.post(), 120), "");
        var note = typed.read("note", () -> Writing.line(form.note(), 300), "");
        var since = typed.day("since", form.since());
        if (form.since().isBlank()) {
            typed.refuse("since", "registry.role.refusal.no-beginning");
        }
        var until = typed.day("until", form.until());
        if (since == null || typed.refused()) {
            return List.of();
        }
        LocalDate began = since;
        var crafts = form.crafts().isEmpty()
                ? Stream.<@Nullable CraftCode>of((CraftCode) null)
                : form.crafts().stream().map(CraftCode::new);
        return crafts.map(it -> new RoleDetails(
                        it,
                        where == null ? null : new OrganisationId(where.id()),
                        whom == null ? null : new PersonId(whom.id()),
                        post,
                        began,
                        until,
                        note))
                .toList();
    }

    static void tell(Refusal refusal, Errors errors) {
        var field = FIELDS.get(refusal.code());
        if (field == null) {
            errors.reject(refusal.code(), refusal.getArguments(), null);
        } else {
            errors.rejectValue(field, refusal.code(), refusal.getArguments(), null);
        }
    }
}
