package ma.qutb.registry.person;

import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.photo.PictureChange;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.photo.PictureForm;
import ma.qutb.registry.photo.ReadingPictures;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody's photo by itself, reached from the record: a new one, another one, none. */
@Controller
@RequestMapping("/app/people/{id}/photo")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class PersonPhotoController {

    private final PersonFile file;
    private final CorrectingPeople correcting;
    private final ReadingPictures pictures;

    PersonPhotoController(PersonFile file, CorrectingPeople correcting, ReadingPictures pictures) {
        this.file = file;
        this.correcting = correcting;
        this.pictures = pictures;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var person = open(id, actor);
        return page(person, pictures.ofPerson(person.photo()));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID id,
            @ModelAttribute PictureForm form,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photoFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        var photo = pictures.ofPerson(form, photoFile, person.photo(), actor);
        if (photo.refused()) {
            return page(person, photo);
        }
        if (!photo.change().equals(PictureChange.STAYS)) {
            correcting.showPhoto(new PersonId(id), photo.change(), actor);
            Toast.ok(redirect, "shell.toast.saved");
        }
        return new ModelAndView("redirect:" + person.path());
    }

    private static ModelAndView page(PersonPage person, PictureField photo) {
        return new ModelAndView(
                        "registry/person/photo", photo.refused() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("person", person)
                .addObject("picture", photo);
    }

    private PersonPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_PEOPLE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
