package ma.qutb.registry.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.PersonFormPage.Candidate;
import ma.qutb.registry.photo.PictureForm;
import ma.qutb.registry.photo.ReadingPictures;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which people are registered. */
@Controller
@RequestMapping("/app/people")
@PreAuthorize("hasAuthority('" + Code.EDIT_PEOPLE + "')")
class PersonRegistrationController {

    private final PersonFile file;
    private final RegisteringPeople registering;
    private final PersonFormReading reading;
    private final ReadingPictures pictures;
    private final PersonForms forms;
    private final ObjectProvider<PossibleDuplicates> duplicates;

    PersonRegistrationController(
            PersonFile file,
            RegisteringPeople registering,
            PersonFormReading reading,
            ReadingPictures pictures,
            PersonForms forms,
            ObjectProvider<PossibleDuplicates> duplicates) {
        this.file = file;
        this.registering = registering;
        this.reading = reading;
        this.pictures = pictures;
        this.forms = forms;
        this.duplicates = duplicates;
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        var form = PersonForm.empty();
        var craft = CraftForm.empty();
        return forms.fresh(
                form,
                craft,
                pictures.ofPerson(null),
                List.of(),
                actor,
                new DirectFieldBindingResult(form, "form"),
                new DirectFieldBindingResult(craft, "craft"));
    }

    @PostMapping
    ModelAndView register(
            @ModelAttribute PersonForm form,
            @ModelAttribute CraftForm craft,
            @ModelAttribute PictureForm picture,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photoFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var errors = new DirectFieldBindingResult(form, "form");
        var craftErrors = new DirectFieldBindingResult(craft, "craft");
        var details = reading.read(form, null, errors);
        var work = craft.practises() ? CraftFormReading.read(craft, craftErrors) : Optional.<ArtisanDetails>empty();
        var photo = pictures.ofPerson(picture, photoFile, null, actor);
        if (details.isPresent() && !craftErrors.hasErrors() && !photo.refused()) {
            // A second click would find the record of the first as the likeliest duplicate.
            var before = registering.registered(token(form));
            if (before.isPresent()) {
                return new ModelAndView("redirect:/app/people/" + before.get());
            }
            var alike = form.confirmed() ? List.<Candidate>of() : alike(details.get(), actor);
            if (!alike.isEmpty()) {
                return forms.fresh(form, craft, photo, alike, actor, errors, craftErrors);
            }
            try {
                var id = registering.registerOnce(token(form), details.get(), work, photo.change(), actor);
                Toast.ok(
                        redirect,
                        "registry.person.toast.registered",
                        details.get().name().local().arabic());
                return new ModelAndView("redirect:/app/people/" + id);
            } catch (Refusal refusal) {
                RefusedField.tell(refusal, errors, craftErrors);
            }
        }
        return forms.fresh(form, craft, photo, List.of(), actor, errors, craftErrors);
    }

    private List<Candidate> alike(PersonDetails details, Actor actor) {
        var known = duplicates.getIfAvailable();
        return known == null
                ? List.of()
                : known.of(details, actor).stream()
                        .flatMap(
                                it -> file
                                        .open(it.id().value(), actor)
                                        .map(person -> new Candidate(person, it.certain()))
                                        .stream())
                        .toList();
    }

    private static UUID token(PersonForm form) {
        try {
            return UUID.fromString(form.token());
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return UUID.randomUUID();
        }
    }
}
