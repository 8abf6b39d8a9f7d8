package ma.qutb.spaces.reference;

import java.util.UUID;
import ma.qutb.platform.ReferenceRow;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.site.KeepingSites;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the sites the publications place somewhere, and what crafts bring with them; a second time changes nothing. Where two
 * publications speak of one site the first that says something counts, and its page shows both.
 */
@Component
class SiteReference {

    private final JdbcClient database;
    private final Organisations organisations;
    private final KeepingSites sites;

    SiteReference(JdbcClient database, Organisations organisations, KeepingSites sites) {
        this.database = database;
        this.organisations = organisations;
        this.sites = sites;
    }

    @Transactional
    void load() {
        ReferenceTable.read("spaces.csv").rows().stream()
                .filter(it -> it.optional("territory_code") != null)
                .forEach(this::site);
        ReferenceTable.read("supplement/craft_nuisance.csv").rows().forEach(this::nuisance);
    }

    private void site(ReferenceRow row) {
        var place = new TerritoryCode(row.text("territory_code"));
        var square = row.whole("area_m2");
        database.sql("""
                        insert into spaces.site (id, code, kind, name_ar, name_fr, name_en, territory_code, territories, operator_id, state,
                            area_dm2, made_in, reference_code, demonstration, version)
                        values (:id, :code, :kind, :ar, :fr, :en, :territory, :territories, :operator, :state, :area, :made, :reference, false, 1)
                        on conflict on constraint site_reference_once do update
                            set area_dm2 = coalesce(spaces.site.area_dm2, excluded.area_dm2)
                            where spaces.site.area_dm2 is null and excluded.area_dm2 is not null
                        """)
                .param("id", SiteId.next().value())
                .param("code", row.text("code").replaceFirst("^SP-", ""))
                .param("kind", row.text("type"))
                .param("ar", row.orEmpty("name_ar"))
                .param("fr", row.orEmpty("name_fr"))
                .param("en", row.orEmpty("name_en"))
                .param("territory", place.value())
                .param("territories", sites.around(place))
                .param("operator", operator(row), java.sql.Types.OTHER)
                .param("state", row.text("status"))
                .param("area", square == null ? null : square * 100)
                .param("made", row.year("year_created"))
                .param("reference", row.text("code"))
                .update();
    }

    private @Nullable UUID operator(ReferenceRow row) {
        return organisations
                .byReference(row.orEmpty("operator_code"))
                .map(it -> it.id().value())
                .orElse(null);
    }

    private void nuisance(ReferenceRow row) {
        database.sql("""
                        insert into spaces.craft_nuisance (craft_code, during, noise, dust, fire, smell)
                        select :craft, daterange(cast(:from as date), null), :noise, :dust, :fire, :smell
                        where not exists (select from spaces.craft_nuisance where craft_code = :craft)
                        """)
                .param("craft", row.text("craft_code"))
                .param("from", row.text("valid_from"))
                .param("noise", row.whole("noise"))
                .param("dust", row.whole("dust"))
                .param("fire", row.whole("fire"))
                .param("smell", row.whole("smell"))
                .update();
    }
}
