package ma.qutb.registry.organisation;

import java.util.List;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the page with the form shows.
 *
 * @param organisation null for one that is being registered
 */
public record OrganisationFormPage(
        @Nullable OrganisationId organisation,
        String name,
        OrganisationForm form,
        Errors errors,
        PictureField picture,
        List<Choice> places,
        List<Choice> crafts,
        List<Difference> differences) {

    public String action() {
        return organisation == null ? "/app/organisations" : "/app/organisations/" + organisation + "/correction";
    }

    public String back() {
        return organisation == null ? "/app/organisations" : "/app/organisations/" + organisation;
    }
}
