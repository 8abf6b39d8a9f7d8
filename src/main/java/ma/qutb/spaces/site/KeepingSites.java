package ma.qutb.spaces.site;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SiteId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters sites and keeps what is known of them. */
@Service
@Transactional
public class KeepingSites {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,20}");

    private final JdbcClient database;
    private final Territories territories;
    private final Clock clock;

    KeepingSites(JdbcClient database, Territories territories, Clock clock) {
        this.database = database;
        this.territories = territories;
        this.clock = clock;
    }

    /** What is said of a site; the code stays as it was first given. */
    public record Details(
            String code,
            String kind,
            LocalName name,
            TerritoryCode territory,
            Optional<OrganisationId> operator,
            String state) {}

    /** @throws Refusal when the code is taken or malformed */
    public SiteId enter(Details it, boolean demonstration) {
        if (!CODE.matcher(it.code()).matches()) {
            throw new Refusal("spaces.site.refusal.code-form", it.code());
        }
        var id = SiteId.next();
        try {
            database.sql("""
                            insert into spaces.site (id, code, kind, name_ar, name_fr, name_en, territory_code, territories, operator_id,
                                state, demonstration, version)
                            values (:id, :code, :kind, :ar, :fr, :en, :territory, :territories, :operator, :state, :demonstration, 1)
                            """)
                    .param("code", it.code())
                    .param("demonstration", demonstration)
                    .params(said(id, it))
                    .param("operator", operator(it), Types.OTHER)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("site_code_once", e, "spaces.site.refusal.code-taken", it.code());
        }
        return id;
    }

    public void describe(SiteId site, Details it) {
        database.sql("""
                        update spaces.site set kind = :kind, name_ar = :ar, name_fr = :fr, name_en = :en, territory_code = :territory,
                            territories = :territories, operator_id = :operator, state = :state, version = version + 1
                        where id = :id
                        """)
                .params(said(site, it))
                .param("operator", operator(it), Types.OTHER)
                .update();
    }

    /** A block or a house of the site, after those it has. */
    public UUID build(SiteId site, LocalName name) {
        var id = ma.qutb.kernel.Ids.next();
        database.sql("""
                        insert into spaces.building (id, site_id, name_ar, name_fr, name_en, position)
                        select :id, :site, :ar, :fr, :en, count(*) from spaces.building where site_id = :site
                        """)
                .param("id", id)
                .param("site", site.value())
                .param("ar", name.arabic())
                .param("fr", name.french())
                .param("en", name.english())
                .update();
        return id;
    }

    /** The codes of the place and of all it lies in today. */
    public String[] around(TerritoryCode place) {
        var codes = new LinkedHashSet<>(List.of(place.value()));
        territories.above(place, LocalDate.now(clock).getYear()).forEach(it -> codes.add(it.value()));
        return codes.toArray(String[]::new);
    }

    private java.util.Map<String, Object> said(SiteId id, Details it) {
        return java.util.Map.of(
                "id", id.value(),
                "kind", it.kind(),
                "ar", it.name().arabic(),
                "fr", it.name().french(),
                "en", it.name().english(),
                "territory", it.territory().value(),
                "territories", around(it.territory()),
                "state", it.state());
    }

    private static @org.jspecify.annotations.Nullable UUID operator(Details it) {
        return it.operator().map(OrganisationId::value).orElse(null);
    }
}
