package ma.qutb.spaces.site;

import java.util.List;
import java.util.Optional;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Organisations;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.reference.Published;

/** A site as its page shows it. */
public record SitePage(
        Site site,
        LocalName place,
        Optional<Organisations.Summary> operator,
        Optional<Long> area,
        Optional<Integer> madeIn,
        List<Kinds> kinds,
        boolean drawn,
        List<Published.Told> told) {

    /** How many units of a kind there are today, and how many of them nobody has. */
    public record Kinds(String kind, int all, int free) {}

    public String path() {
        return "/app/spaces/sites/" + site.id();
    }

    public String plan() {
        return "/app/spaces/plan?site=" + site.id();
    }
}
