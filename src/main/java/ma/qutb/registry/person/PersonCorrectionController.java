package ma.qutb.registry.person;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.photo.PictureForm;
import ma.qutb.registry.photo.ReadingPictures;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DirectFieldBindingResult;
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

/** The form with which what is known about somebody is corrected. */
@Controller
@RequestMapping("/app/people/{id}/correction")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class PersonCorrectionController {

    private final PersonFile file;
    private final CorrectingPeople correcting;
    private final PersonFormReading reading;
    private final ReadingPictures pictures;
    private final PersonForms forms;

    PersonCorrectionController(
            PersonFile file,
            CorrectingPeople correcting,
            PersonFormReading reading,
            ReadingPictures pictures,
            PersonForms forms) {
        this.file = file;
        this.correcting = correcting;
        this.reading = reading;
        this.pictures = pictures;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView correction(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var person = open(id, actor);
        var form = PersonForm.of(UUID.randomUUID().toString(), person.version(), person.details());
        var errors = new DirectFieldBindingResult(form, "form");
        return forms.correction(person, form, pictures.ofPerson(person.photo()), List.of(), errors, actor);
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable UUID id,
            @ModelAttribute PersonForm form,
            @ModelAttribute PictureForm picture,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photoFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var person = open(id, actor);
        var errors = new DirectFieldBindingResult(form, "form");
        var details = reading.read(form, person.details().identity(), errors);
        var photo = pictures.ofPerson(picture, photoFile, person.photo(), actor);
        if (details.isEmpty() || photo.refused()) {
            return forms.correction(person, form, photo, List.of(), errors, actor);
        }
        try {
            var outcome = correcting
                    .correct(new PersonId(id), form.version(), details.get(), photo.change(), actor)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return switch (outcome) {
                case Outcome.Saved() -> {
                    Toast.ok(redirect, "shell.toast.saved");
                    yield new ModelAndView("redirect:/app/people/" + id);
                }
                case Outcome.Overtaken(long standing) -> overtaken(open(id, actor), form, photo, standing, actor);
            };
        } catch (Refusal refusal) {
            RefusedField.tell(refusal, errors, errors);
            return forms.correction(person, form, photo, List.of(), errors, actor);
        }
    }

    /** What the colleague saved stands beside what was typed; saving again now is a decision. */
    private ModelAndView overtaken(PersonPage person, PersonForm form, PictureField photo, long standing, Actor actor) {
        var theirs = PersonForm.of(form.token(), standing, person.details()).values();
        var differences = Difference.between(theirs, form.values());
        var decided = form.against(standing);
        var errors = new DirectFieldBindingResult(decided, "form");
        return forms.correction(person, decided, photo.beside(person.photo()), differences, errors, actor);
    }

    private PersonPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_PEOPLE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
