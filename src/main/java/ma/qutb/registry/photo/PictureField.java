package ma.qutb.registry.photo;

import java.util.UUID;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.Errors;

/**
 * The picture in a form, drawn by {@code registry/_picture.jte}.
 *
 * @param now the one the record shows; null when it has none
 * @param chosen another, already stored but not yet on the record: it survives a refusal elsewhere in the form
 * @param removal whether the box to take it away is ticked
 */
public record PictureField(
        FilePurpose purpose, @Nullable UUID now, @Nullable StoredFile chosen, boolean removal, Errors errors) {

    /** As the record stands. */
    public static PictureField of(FilePurpose purpose, @Nullable UUID now) {
        var form = new PictureForm("", false);
        return new PictureField(purpose, now, null, false, new DirectFieldBindingResult(form, "picture"));
    }

    /** A new picture counts more than the tick that takes the old one away. */
    public PictureChange change() {
        return chosen != null
                ? new PictureChange.Becomes(chosen.id().value())
                : removal ? new PictureChange.Goes() : PictureChange.STAYS;
    }

    /** The same choice, where a colleague has changed the record meanwhile. */
    public PictureField beside(@Nullable UUID standing) {
        return new PictureField(purpose, standing, chosen, removal, errors);
    }

    public boolean refused() {
        return errors.hasErrors();
    }
}
