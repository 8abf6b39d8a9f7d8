package ma.qutb.spaces.upkeep;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.form.ActForm;
import ma.qutb.registry.form.FormPages;
import ma.qutb.registry.form.Part;
import ma.qutb.shell.Choice;
import ma.qutb.shell.Crumb;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What the forms of upkeep share: who may open them, the pages above them, what they ask from a few. */
@Component
class UpkeepForms {

    private final Units units;
    private final Sites sites;
    private final ReadingUpkeep reading;
    private final FormPages pages;

    UpkeepForms(Units units, Sites sites, ReadingUpkeep reading, FormPages pages) {
        this.units = units;
        this.sites = sites;
        this.reading = reading;
        this.pages = pages;
    }

    Unit open(UUID id, Actor actor, String permission) {
        return units.find(new UnitId(id), actor, permission).orElseThrow(UpkeepForms::notFound);
    }

    UpkeepSheet sheet(Unit unit) {
        return reading.of(unit, sites.find(unit.site()).orElseThrow());
    }

    ModelAndView page(Unit unit, ActForm form) {
        return pages.page(
                form,
                sites.find(unit.site()).orElseThrow().demonstration(),
                new Crumb(pages.say("spaces.units.title"), "/app/spaces/units"),
                new Crumb(pages.say("spaces.unit.called", unit.number()), "/app/spaces/units/" + unit.id()),
                new Crumb(pages.say("spaces.upkeep.title"), path(unit)));
    }

    Part choice(String name, String texts, String... codes) {
        return Part.cards(
                name,
                List.of(codes).stream()
                        .map(it -> new Choice(it, pages.say(texts + it)))
                        .toList());
    }

    static String oneOf(ActForm form, String field, List<String> known) {
        var value = form.value(field);
        if (!known.contains(value)) {
            form.need(field);
        }
        return value;
    }

    static String path(Unit unit) {
        return "/app/spaces/units/" + unit.id() + "/upkeep";
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
