package ma.qutb.spaces.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.shell.MenuEntry;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.UnitId;
import ma.qutb.spaces.rent.Standing;
import ma.qutb.spaces.rent.Standings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The plan of a site on any day. */
@Controller
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class PlanController {

    static final String PATH = "/app/spaces/plan";

    private final ReadingPlan reading;
    private final Sites sites;
    private final People people;
    private final Organisations organisations;
    private final Crafts crafts;
    private final Standings standings;
    private final Clock clock;

    PlanController(
            ReadingPlan reading,
            Sites sites,
            People people,
            Organisations organisations,
            Crafts crafts,
            Standings standings,
            Clock clock) {
        this.reading = reading;
        this.sites = sites;
        this.people = people;
        this.organisations = organisations;
        this.crafts = crafts;
        this.standings = standings;
        this.clock = clock;
    }

    @Configuration
    static class Entries {

        @Bean
        MenuEntry planEntry() {
            return new MenuEntry("menu.spaces", 510, "menu.plan", "map-2", PATH, Code.SEE);
        }
    }

    @GetMapping(PATH)
    ModelAndView show(@RequestParam Map<String, String> typed, @AuthenticationPrincipal Actor actor) {
        var asked = PlanAsked.of(typed, LocalDate.now(clock));
        var all = sites.all(actor, Code.SEE);
        var wanted = asked.site()
                .map(id -> all.stream()
                        .filter(it -> it.id().value().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        // Those with most units stand first: whoever asks for no site sees theirs.
        var site = wanted.or(() -> all.stream().findFirst());
        var sheet = site.flatMap(it -> reading.read(it.id(), asked.floor(), asked.day()));
        if (sheet.isPresent()) {
            var drawn = site.orElseThrow();
            return new ModelAndView("spaces/plan/show")
                    .addObject(
                            "it", page(allowed(asked, actor).at(drawn.id().value()), drawn, all, sheet.get(), actor));
        }
        return new ModelAndView("spaces/plan/none").addObject("site", site);
    }

    /** What tenants owe is not for everybody who sees the plan. */
    private static PlanAsked allowed(PlanAsked asked, Actor actor) {
        return asked.colour().equals("arrears") && !actor.may(Code.SEE_LEASES) ? asked.coloured("state") : asked;
    }

    private PlanPage page(PlanAsked asked, Site site, List<Site> all, Sheet sheet, Actor actor) {
        var known = new HashMap<String, Crafts.Craft>();
        crafts.all().forEach(it -> known.put(it.code().value(), it));
        var families = new TreeMap<String, Crafts.Craft>();
        var familyOf = new HashMap<String, String>();
        sheet.units().stream()
                .flatMap(it -> it.craft().stream())
                .distinct()
                .forEach(code -> family(code, known).ifPresent(family -> {
                    families.put(family.code().value(), family);
                    familyOf.put(code, family.code().value());
                }));
        return new PlanPage(
                asked,
                site,
                all,
                sheet,
                new Scale(sheet.box()),
                names(sheet),
                families,
                familyOf,
                standings(asked, site, actor));
    }

    /** Asked for where they are shown: as the colour, or beside the unit that was chosen. */
    private Map<UnitId, Standing> standings(PlanAsked asked, Site site, Actor actor) {
        return actor.may(Code.SEE_LEASES)
                        && (asked.colour().equals("arrears") || asked.unit().isPresent())
                ? standings.of(site.id(), asked.day())
                : Map.of();
    }

    /** All who have a unit on it, asked for together. */
    private Map<UUID, LocalName> names(Sheet sheet) {
        var names = new HashMap<UUID, LocalName>();
        people.find(sheet.units().stream()
                        .flatMap(it -> it.person().stream())
                        .map(PersonId::new)
                        .toList())
                .forEach((id, it) -> names.put(id.value(), it.name()));
        organisations
                .find(sheet.units().stream()
                        .flatMap(it -> it.organisation().stream())
                        .map(OrganisationId::new)
                        .toList())
                .forEach((id, it) -> names.put(id.value(), it.name()));
        return names;
    }

    private static Optional<Crafts.Craft> family(String code, Map<String, Crafts.Craft> known) {
        var craft = Optional.ofNullable(known.get(code));
        return craft.flatMap(Crafts.Craft::parent)
                .flatMap(it -> family(it.value(), known))
                .or(() -> craft);
    }
}
