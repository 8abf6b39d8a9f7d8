package ma.qutb.registry.photo;

import java.util.UUID;
import ma.qutb.documents.FilePurpose;
import ma.qutb.documents.Files;
import ma.qutb.documents.StoredFile;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.multipart.MultipartFile;

/** Reads the picture a form brought; a file that cannot be taken is told beside the field, the rest of the form goes on. */
@Component
public class ReadingPictures {

    private final Files files;
    private final PersonPhotos people;
    private final OrganisationPictures organisations;

    ReadingPictures(Files files, PersonPhotos people, OrganisationPictures organisations) {
        this.files = files;
        this.people = people;
        this.organisations = organisations;
    }

    /** The field before anything was sent. */
    public PictureField ofPerson(@Nullable UUID now) {
        return PictureField.of(people, now);
    }

    /** The field before anything was sent. */
    public PictureField ofOrganisation(@Nullable UUID now) {
        return PictureField.of(organisations, now);
    }

    /**
     * @param now the photo the record shows
     * @param file where there was no script to send it ahead
     */
    public PictureField ofPerson(PictureForm form, @Nullable MultipartFile file, @Nullable UUID now, Actor actor) {
        return read(form, file, people, now, actor);
    }

    /**
     * @param now the picture the record shows
     * @param file where there was no script to send it ahead
     */
    public PictureField ofOrganisation(
            PictureForm form, @Nullable MultipartFile file, @Nullable UUID now, Actor actor) {
        return read(form, file, organisations, now, actor);
    }

    private PictureField read(
            PictureForm form, @Nullable MultipartFile file, FilePurpose purpose, @Nullable UUID now, Actor actor) {
        var errors = new DirectFieldBindingResult(form, "picture");
        StoredFile chosen = null;
        try {
            chosen = files.take(form.photo(), file, purpose, actor).orElse(null);
        } catch (Refusal refusal) {
            errors.rejectValue("photo", refusal.code(), refusal.getArguments(), null);
        }
        return new PictureField(purpose, now, chosen, form.removePhoto(), errors);
    }
}
