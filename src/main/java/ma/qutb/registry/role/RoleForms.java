package ma.qutb.registry.role;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.person.FormChoices;
import ma.qutb.registry.person.PersonPage;
import ma.qutb.registry.pick.PickField;
import ma.qutb.registry.pick.Picking;
import ma.qutb.registry.privacy.PrivacyProperties;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.registry.writing.Difference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Draws the form: blank, refused, or beside what a colleague saved meanwhile. */
@Component
class RoleForms {

    private static final PickField ORGANISATION = PickField.empty("organisation", Kind.ORGANISATION);
    private static final PickField TUTOR = PickField.empty("tutor", Kind.PERSON);

    private final Picking picking;
    private final FormChoices choices;
    private final PrivacyProperties privacy;

    RoleForms(Picking picking, FormChoices choices, PrivacyProperties privacy) {
        this.picking = picking;
        this.choices = choices;
        this.privacy = privacy;
    }

    PickField organisation(RoleForm form, Actor actor) {
        return picking.read(ORGANISATION, form.organisation(), form.organisationTyped(), actor);
    }

    PickField tutor(RoleForm form, Actor actor) {
        return picking.read(TUTOR, form.tutor(), form.tutorTyped(), actor);
    }

    /** @param role null for one that begins */
    ModelAndView draw(
            PersonPage person,
            RoleKind kind,
            @Nullable UUID role,
            RoleForm form,
            List<Difference> differences,
            BindingResult errors,
            Actor actor) {
        var language =
                Language.of(LocaleContextHolder.getLocale().getLanguage()).orElse(Language.AR);
        var page = new RoleFormPage(
                person,
                kind,
                role,
                form,
                organisation(form, actor),
                tutor(form, actor),
                choices.crafts(language),
                differences,
                errors);
        var refused = errors.hasErrors() || !differences.isEmpty();
        return new ModelAndView("registry/role/form", refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .addObject("it", page)
                .addObject("privacy", privacy);
    }
}
