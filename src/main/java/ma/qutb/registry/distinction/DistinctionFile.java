package ma.qutb.registry.distinction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.Crafts;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.published.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens one distinction for somebody who may see it. */
@Component
@Transactional(readOnly = true)
class DistinctionFile {

    private final JdbcClient database;
    private final Territories territories;
    private final Crafts crafts;

    DistinctionFile(JdbcClient database, Territories territories, Crafts crafts) {
        this.database = database;
        this.territories = territories;
        this.crafts = crafts;
    }

    /** Empty when it is not there, or its recipient lies outside the permission's scope: nobody can tell which. */
    Optional<DistinctionPage> open(UUID id, Actor actor, String permission, Language language) {
        return database.sql(
                        """
                        select d.*, %s as recipient, coalesce(p.territory_code, o.territory_code, d.territory_code) as scope_code,
                            coalesce(nullif(d.given_by_words, ''), (select string_agg(case when '{lang}' = 'ar' then g.sort_name_ar
                                else g.sort_name_latin end, ' · ') from registry.organisation g where g.reference_code = any(d.given_by)), '') as giver,
                            coalesce(p.demonstration, o.demonstration, false) or d.demonstration as made_up, w.reason
                        from registry.distinction d
                        left join registry.person p on p.id = d.person_id
                        left join registry.organisation o on o.id = d.organisation_id
                        left join registry.distinction_withdrawal w on w.distinction_id = d.id
                        where d.id = :id
                        """.formatted(DistinctionList.RECIPIENT).replace("{lang}", language.choose("ar", "fr", "en")))
                .param("id", id)
                .query((row, number) -> territories.covers(actor.scopeOf(permission), place(row, "scope_code"))
                        ? Optional.of(page(row))
                        : Optional.<DistinctionPage>empty())
                .optional()
                .flatMap(it -> it);
    }

    private DistinctionPage page(ResultSet row) throws SQLException {
        var person = row.getString("person_id");
        var organisation = row.getString("organisation_id");
        boolean published = row.getString("reference_code") != null && row.getString("source") != null;
        return new DistinctionPage(
                row.getObject("id", UUID.class),
                DistinctionKind.valueOf(row.getString("kind")),
                name(row, "title"),
                name(row, "prize"),
                row.getString("recipient"),
                person != null
                        ? "/app/people/" + person
                        : organisation != null ? "/app/organisations/" + organisation : null,
                row.getObject("rank", Integer.class),
                row.getObject("year", Integer.class),
                row.getObject("given_on", LocalDate.class),
                row.getString("level"),
                craft(row.getString("craft_code")),
                place(row, "territory_code").map(territories::nameOf).orElse(null),
                row.getString("giver"),
                published ? Said.of(row) : null,
                published ? "" : Objects.requireNonNullElse(row.getString("source"), ""),
                row.getObject("withdrawn_on", LocalDate.class),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                row.getBoolean("made_up"));
    }

    private @Nullable LocalName craft(@Nullable String code) {
        return code == null ? null : crafts.nameOf(new CraftCode(code));
    }

    private static Optional<TerritoryCode> place(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(TerritoryCode::new);
    }

    private static LocalName name(ResultSet row, String column) throws SQLException {
        return new LocalName(
                row.getString(column + "_ar"), row.getString(column + "_fr"), row.getString(column + "_en"));
    }
}
