package ma.qutb.registry.role;

import java.util.List;
import java.util.UUID;
import ma.qutb.registry.person.PersonPage;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What the page with the form shows.
 *
 * @param role null for one that begins
 * @param differences where a colleague's version and what was typed are not the same
 */
public record RoleFormPage(
        PersonPage person,
        RoleKind kind,
        @Nullable UUID role,
        RoleForm form,
        PickField organisation,
        PickField tutor,
        List<Choice> crafts,
        List<Difference> differences,
        BindingResult errors) {

    public String action() {
        return person.path() + "/roles/" + (role == null ? kind.code() : role);
    }

    /** A trainer may teach several crafts; each is a role of its own and ends by itself. */
    public int craftRows() {
        return switch (kind) {
            case APPRENTICE -> 1;
            case TRAINER -> role == null ? RoleForm.ROWS : 1;
            case MANAGER -> 0;
        };
    }
}
