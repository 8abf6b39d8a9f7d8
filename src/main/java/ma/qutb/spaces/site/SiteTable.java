package ma.qutb.spaces.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.Site;
import ma.qutb.spaces.SiteId;
import ma.qutb.spaces.Sites;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Sites as other features know them. */
@Repository
@Transactional(readOnly = true)
class SiteTable implements Sites {

    private static final String SITE = """
            select s.id, s.code, s.kind, s.name_ar, s.name_fr, s.name_en, s.territory_code, s.operator_id, s.state, s.demonstration
              from spaces.site s
            """;

    private final JdbcClient database;
    private final Territories territories;

    SiteTable(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    @Override
    public Optional<Site> find(SiteId site) {
        return database.sql(SITE + "where s.id = :id")
                .param("id", site.value())
                .query(SiteTable::site)
                .optional();
    }

    @Override
    public Optional<Site> find(SiteId site, Actor actor, String permission) {
        return find(site).filter(it -> within(it, actor, permission));
    }

    @Override
    public Optional<Site> called(String code) {
        return database.sql(SITE + "where s.code = :code")
                .param("code", code)
                .query(SiteTable::site)
                .optional();
    }

    @Override
    public List<Site> all(Actor actor, String permission) {
        return database
                .sql(SITE + "order by (select count(*) from spaces.unit u where u.site_id = s.id) desc, s.code")
                .query(SiteTable::site)
                .list()
                .stream()
                .filter(it -> within(it, actor, permission))
                .toList();
    }

    private boolean within(Site site, Actor actor, String permission) {
        return actor.may(permission) && territories.covers(actor.scopeOf(permission), Optional.of(site.territory()));
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("kind"),
                new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
                new TerritoryCode(row.getString("territory_code")),
                Optional.ofNullable(row.getObject("operator_id", UUID.class)).map(OrganisationId::new),
                row.getString("state"),
                row.getBoolean("demonstration"));
    }
}
