package ma.qutb.spaces.unit;

import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the forms about one unit share: who may open them, the pages above them, where they lead when done. */
@Component
class UnitForms {

    static final String LIST = "/app/spaces/units";

    private final Units units;
    private final Sites sites;
    private final FormPages pages;

    UnitForms(Units units, Sites sites, FormPages pages) {
        this.units = units;
        this.sites = sites;
        this.pages = pages;
    }

    /** A form about the unit, sent where it was asked for. */
    static ActForm form(String texts, Unit unit, String act, Map<String, String> typed) {
        return ActForm.of(texts, path(unit) + "/" + act, path(unit), typed);
    }

    static String path(Unit unit) {
        return LIST + "/" + unit.id();
    }

    /** The unit, if this person manages it. */
    Unit open(UUID id, Actor actor) {
        return units.find(new UnitId(id), actor, Code.MANAGE_UNITS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView page(Unit unit, ActForm form) {
        return pages.page(
                form,
                sites.find(unit.site()).orElseThrow().demonstration(),
                new Crumb(pages.say("spaces.units.title"), LIST),
                new Crumb(pages.say("spaces.unit.called", unit.number()), path(unit)));
    }
}
