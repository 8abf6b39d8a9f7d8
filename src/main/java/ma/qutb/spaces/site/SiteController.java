package ma.qutb.spaces.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.Territories;
import ma.qutb.shell.list.Lists;
import ma.qutb.shell.list.RecordList;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.reference.Published;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The list of sites and the page of each. */
@Controller
@RequestMapping("/app/spaces/sites")
@PreAuthorize("hasAuthority('" + Code.SEE + "')")
class SiteController {

    private final RecordList list;
    private final Lists lists;
    private final Sites sites;
    private final Published published;
    private final Organisations organisations;
    private final Territories territories;
    private final JdbcClient database;
    private final Clock clock;

    SiteController(
            @Qualifier("listOfSites") RecordList list,
            Lists lists,
            Sites sites,
            Published published,
            Organisations organisations,
            Territories territories,
            JdbcClient database,
            Clock clock) {
        this.list = list;
        this.lists = lists;
        this.sites = sites;
        this.published = published;
        this.organisations = organisations;
        this.territories = territories;
        this.database = database;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return new ModelAndView("spaces/site/list").addObject("list", lists.open(list, request, response));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal Actor actor) {
        var site = sites.find(new SiteId(id), actor, Code.SEE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("spaces/site/show").addObject("it", open(site));
    }

    private SitePage open(Site site) {
        var kinds = database.sql("""
                        select kind, count(*) as many, count(*) filter (where state = 'free') as free
                          from spaces.unit_on(:day) where site_id = :site group by kind order by many desc, kind
                        """)
                .param("day", LocalDate.now(clock))
                .param("site", site.id().value())
                .query((row, number) ->
                        new SitePage.Kinds(row.getString("kind"), row.getInt("many"), row.getInt("free")))
                .list();
        return database.sql("""
                        select area_dm2, made_in, exists (select from spaces.level l where l.site_id = s.id) as drawn
                          from spaces.site s where id = :site
                        """)
                .param("site", site.id().value())
                .query((row, number) -> new SitePage(
                        site,
                        territories.nameOf(site.territory()),
                        site.operator().flatMap(organisations::find),
                        Optional.ofNullable(row.getObject("area_dm2", Long.class)),
                        Optional.ofNullable(row.getObject("made_in", Integer.class)),
                        kinds,
                        row.getBoolean("drawn"),
                        published.of(site.id())))
                .single();
    }
}
