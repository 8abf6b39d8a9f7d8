package ma.qutb.registry.person;

import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.PersonFormPage.Candidate;
import ma.qutb.registry.photo.PictureField;
import ma.qutb.registry.photo.ReadingPictures;
import ma.qutb.registry.privacy.PrivacyProperties;
import ma.qutb.registry.writing.Difference;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Draws the form: blank, refused, or beside what a colleague saved meanwhile. */
@Component
class PersonForms {

    private final FormChoices choices;
    private final ReadingPictures pictures;
    private final PrivacyProperties privacy;

    PersonForms(FormChoices choices, ReadingPictures pictures, PrivacyProperties privacy) {
        this.choices = choices;
        this.pictures = pictures;
        this.privacy = privacy;
    }

    ModelAndView fresh(
            PersonForm form,
            CraftForm craft,
            PictureField photo,
            List<Candidate> alike,
            Actor actor,
            BindingResult errors,
            BindingResult craftErrors) {
        var language = language();
        var page = new PersonFormPage(
                null,
                "",
                form,
                craft,
                null,
                errors,
                photo,
                choices.places(language, actor.scopeOf(Code.EDIT_PEOPLE), form.territory()),
                choices.crafts(language),
                List.of(),
                alike);
        return view(
                        "registry/person/new",
                        page,
                        errors.hasErrors() || craftErrors.hasErrors() || photo.refused() || !alike.isEmpty())
                .addObject("craftErrors", craftErrors);
    }

    ModelAndView correction(
            PersonPage person,
            PersonForm form,
            PictureField photo,
            List<Difference> differences,
            BindingResult errors,
            Actor actor) {
        var language = language();
        var identity = person.details().identity();
        var page = new PersonFormPage(
                person.id(),
                person.name(language),
                form,
                CraftForm.empty(),
                identity == null ? null : identity.mask(),
                errors,
                photo,
                choices.places(language, actor.scopeOf(Code.EDIT_PEOPLE), form.territory()),
                List.of(),
                differences,
                List.of());
        return view(
                "registry/person/correction", page, errors.hasErrors() || photo.refused() || !differences.isEmpty());
    }

    ModelAndView craft(PersonPage person, CraftForm form, List<Difference> differences, BindingResult errors) {
        var language = language();
        var page = new PersonFormPage(
                person.id(),
                person.name(language),
                PersonForm.empty(),
                form,
                null,
                errors,
                pictures.ofPerson(person.photo()),
                List.of(),
                choices.crafts(language),
                differences,
                List.of());
        return view("registry/person/craft", page, errors.hasErrors() || !differences.isEmpty());
    }

    private ModelAndView view(String template, PersonFormPage page, boolean refused) {
        return new ModelAndView(template, refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("it", page)
                .addObject("privacy", privacy);
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
    }
}
