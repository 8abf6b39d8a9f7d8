package ma.qutb.market.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.market.MakerId;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.registry.LocalName;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Who is paid: names, accounts, and whose makers a user may pay. */
@Component
@Transactional(readOnly = true)
class Payees {

    private final People people;
    private final Organisations organisations;
    private final Territories territories;
    private final JdbcClient database;

    Payees(People people, Organisations organisations, Territories territories, JdbcClient database) {
        this.people = people;
        this.organisations = organisations;
        this.territories = territories;
        this.database = database;
    }

    private record Placed(MakerId maker, Optional<TerritoryCode> place) {}

    /** A maker of the places where this user pays; others are not found. */
    MakerId open(UUID id, Actor actor) {
        return database.sql("select id as maker_id, kind, territory_code from market.maker where id = :id")
                .param("id", id)
                .query((row, number) -> new Placed(
                        maker(row),
                        Optional.ofNullable(row.getString("territory_code")).map(TerritoryCode::new)))
                .optional()
                .filter(it -> territories.covers(actor.scopeOf(Code.PAY_OUT), it.place()))
                .map(Placed::maker)
                .orElseThrow(Payees::notFound);
    }

    /** Where a maker's money goes, as the form shows it; nothing when it is handed over. */
    Map<String, String> account(MakerId maker) {
        return database.sql("select holder, rib from market.maker_account where maker_id = :id")
                .param("id", maker.value())
                .query((row, number) -> Map.of("holder", row.getString("holder"), "rib", row.getString("rib")))
                .optional()
                .orElse(Map.of());
    }

    LocalName name(MakerId maker) {
        return names(List.of(maker)).apply(maker);
    }

    /** Asked of the registry at once, however many they are. */
    Function<MakerId, LocalName> names(Collection<MakerId> makers) {
        var artisans = people.find(makers.stream()
                .filter(MakerId::person)
                .map(it -> new PersonId(it.value()))
                .collect(Collectors.toSet()));
        var others = organisations.find(makers.stream()
                .filter(it -> !it.person())
                .map(it -> new OrganisationId(it.value()))
                .collect(Collectors.toSet()));
        return maker -> (maker.person()
                        ? Optional.ofNullable(artisans.get(new PersonId(maker.value())))
                                .map(People.Summary::name)
                        : Optional.ofNullable(others.get(new OrganisationId(maker.value())))
                                .map(Organisations.Summary::name))
                .orElseGet(() -> new LocalName("—", "—", "—"));
    }

    static MakerId maker(ResultSet row) throws SQLException {
        return new MakerId(row.getString("kind").equals("person"), row.getObject("maker_id", UUID.class));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
