package ma.qutb.registry.organisation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.FormChoices;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.photo.PictureForm;
import ma.qutb.registry.photo.ReadingPictures;
import ma.qutb.registry.writing.Difference;
import ma.qutb.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
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

/** The form with which organisations are registered and corrected. */
@Controller
@RequestMapping("/app/organisations")
@PreAuthorize("hasAuthority('" + Code.EDIT_ORGANISATIONS + "')")
class OrganisationFormController {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("registry.organisation.refusal.ice-taken", "ice"),
            Map.entry("registry.organisation.refusal.craft-register-taken", "craftRegister"),
            Map.entry("registry.organisation.refusal.founded-ahead", "foundedOn"),
            Map.entry("registry.organisation.refusal.dissolved-before", "dissolvedOn"),
            Map.entry("registry.organisation.refusal.dissolved-without-day", "dissolvedOn"),
            Map.entry("registry.organisation.refusal.only-cooperatives-form", "status"),
            Map.entry("registry.person.refusal.place-out-of-scope", "territory"),
            Map.entry("registry.territory.refusal.unknown", "territory"),
            Map.entry("registry.craft.refusal.unknown", "crafts"));

    private final OrganisationFile file;
    private final RegisteringOrganisations registering;
    private final FormChoices choices;
    private final ReadingPictures pictures;

    OrganisationFormController(
            OrganisationFile file,
            RegisteringOrganisations registering,
            FormChoices choices,
            ReadingPictures pictures) {
        this.file = file;
        this.registering = registering;
        this.choices = choices;
        this.pictures = pictures;
    }

    @GetMapping("/new")
    ModelAndView blank(@AuthenticationPrincipal Actor actor) {
        var form = OrganisationForm.empty();
        return page(
                null,
                form,
                pictures.ofOrganisation(null),
                List.of(),
                new DirectFieldBindingResult(form, "form"),
                actor);
    }

    @PostMapping
    ModelAndView register(
            @ModelAttribute OrganisationForm form,
            @ModelAttribute PictureForm pictureForm,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photoFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var errors = new DirectFieldBindingResult(form, "form");
        var details = OrganisationFormReading.read(form, errors);
        var picture = pictures.ofOrganisation(pictureForm, photoFile, null, actor);
        if (details.isPresent() && !picture.refused()) {
            try {
                var id = registering.registerOnce(token(form), details.get(), picture.change(), actor);
                warnOfIce(details.get(), redirect);
                return new ModelAndView("redirect:/app/organisations/" + id);
            } catch (Refusal refusal) {
                tell(refusal, errors);
            }
        }
        return page(null, form, picture, List.of(), errors, actor);
    }

    @GetMapping("/{id}/correction")
    ModelAndView correction(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var organisation = open(id, actor);
        var form = OrganisationForm.of(organisation.version(), organisation.details());
        var errors = new DirectFieldBindingResult(form, "form");
        return page(organisation, form, pictures.ofOrganisation(organisation.photo()), List.of(), errors, actor);
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            @PathVariable UUID id,
            @ModelAttribute OrganisationForm form,
            @ModelAttribute PictureForm pictureForm,
            @RequestParam(name = "photo-file", required = false) @Nullable MultipartFile photoFile,
            @AuthenticationPrincipal Actor actor,
            RedirectAttributes redirect) {
        var organisation = open(id, actor);
        var errors = new DirectFieldBindingResult(form, "form");
        var details = OrganisationFormReading.read(form, errors);
        var picture = pictures.ofOrganisation(pictureForm, photoFile, organisation.photo(), actor);
        if (details.isPresent() && !picture.refused()) {
            try {
                var outcome = registering
                        .correct(new OrganisationId(id), form.version(), details.get(), picture.change(), actor)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                if (outcome instanceof Outcome.Overtaken(long standing)) {
                    return overtaken(open(id, actor), form, picture, standing, actor);
                }
                warnOfIce(details.get(), redirect);
                return new ModelAndView("redirect:/app/organisations/" + id);
            } catch (Refusal refusal) {
                tell(refusal, errors);
            }
        }
        return page(organisation, form, picture, List.of(), errors, actor);
    }

    private ModelAndView overtaken(
            OrganisationPage organisation, OrganisationForm form, PictureField picture, long standing, Actor actor) {
        var theirs = OrganisationForm.of(standing, organisation.details());
        var decided = form.against(standing);
        return page(
                organisation,
                decided,
                picture.beside(organisation.photo()),
                Difference.between(theirs.values(), form.values()),
                new DirectFieldBindingResult(decided, "form"),
                actor);
    }

    private ModelAndView page(
            @Nullable OrganisationPage organisation,
            OrganisationForm form,
            PictureField picture,
            List<Difference> differences,
            BindingResult errors,
            Actor actor) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        var page = new OrganisationFormPage(
                organisation == null ? null : organisation.id(),
                organisation == null ? "" : organisation.name(language),
                form,
                errors,
                picture,
                choices.places(language, actor.scopeOf(Code.EDIT_ORGANISATIONS), form.territory()),
                choices.crafts(language),
                differences);
        var refused = errors.hasErrors() || picture.refused() || !differences.isEmpty();
        return new ModelAndView(
                        "registry/organisation/form", refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("it", page);
    }

    private static void tell(Refusal refusal, BindingResult errors) {
        var field = FIELDS.get(refusal.code());
        if (field == null) {
            errors.reject(refusal.code(), refusal.getArguments(), null);
        } else {
            errors.rejectValue(field, refusal.code(), refusal.getArguments(), null);
        }
    }

    /** A control that does not fit is worth a word, never a refusal: the rule is inferred. */
    private static void warnOfIce(OrganisationDetails details, RedirectAttributes redirect) {
        var ice = details.numbers().ice();
        if (ice != null && !ice.fits()) {
            Toast.warn(redirect, "registry.organisation.toast.ice", ice.spaced());
        } else {
            Toast.ok(redirect, "shell.toast.saved");
        }
    }

    private OrganisationPage open(UUID id, Actor actor) {
        return file.open(id, actor, Code.EDIT_ORGANISATIONS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static UUID token(OrganisationForm form) {
        try {
            return UUID.fromString(form.token());
        } catch (IllegalArgumentException e) {
            // Not one of our forms: it is sent for the first time, whatever it is.
            return UUID.randomUUID();
        }
    }
}
