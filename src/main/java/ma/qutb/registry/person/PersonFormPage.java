package ma.qutb.registry.person;

import java.util.List;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.person.PersonPage.CraftLine;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the page with the form shows.
 *
 * @param person null for somebody who is being registered
 * @param known mask of the identity number in the record; null when there is none
 * @param photo only where the form asks for it
 * @param differences where a colleague's version and what was typed are not the same
 * @param duplicates records that may be of the same person
 */
public record PersonFormPage(
        @Nullable PersonId person,
        String personName,
        PersonForm form,
        CraftForm craft,
        @Nullable String known,
        Errors errors,
        PictureField photo,
        List<Choice> places,
        List<Choice> crafts,
        List<Difference> differences,
        List<Candidate> duplicates) {

    /** Somebody already in the registry. */
    public record Candidate(PersonPage person, boolean certain) {
        public List<CraftLine> crafts() {
            var work = person.craft();
            return work == null ? List.of() : work.crafts();
        }
    }

    public boolean fresh() {
        return person == null;
    }

    public String action() {
        return person == null ? "/app/people" : "/app/people/" + person + "/correction";
    }

    public String craftAction() {
        return "/app/people/" + person + "/craft";
    }

    public String back() {
        return person == null ? "/app/people" : "/app/people/" + person;
    }
}
