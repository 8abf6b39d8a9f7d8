package ma.qutb.market.product;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.qutb.kernel.Refusal;
import ma.qutb.market.MakerId;
import ma.qutb.registry.ConsentRecorded;
import ma.qutb.registry.OrganisationCorrected;
import ma.qutb.registry.OrganisationId;
import ma.qutb.registry.Organisations;
import ma.qutb.registry.People;
import ma.qutb.registry.PersonAnonymised;
import ma.qutb.registry.PersonCorrected;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.PublicNames;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may be said of makers in public, kept beside the registry in the transaction that changes it: whoever takes back the consent to be
 * named is not named any more from that moment.
 */
@Component
public class Makers {

    private final People people;
    private final Organisations organisations;
    private final PublicNames names;
    private final Territories territories;
    private final MakerWords words;
    private final JdbcClient database;
    private final Clock clock;

    Makers(
            People people,
            Organisations organisations,
            PublicNames names,
            Territories territories,
            MakerWords words,
            JdbcClient database,
            Clock clock) {
        this.people = people;
        this.organisations = organisations;
        this.names = names;
        this.territories = territories;
        this.words = words;
        this.database = database;
        this.clock = clock;
    }

    private record About(Optional<TerritoryCode> place, boolean demonstration) {}

    /**
     * Notes who offers something.
     *
     * @throws Refusal when the registry does not know them
     */
    public void know(MakerId maker) {
        var about = about(maker).orElseThrow(() -> new Refusal("market.product.refusal.no-maker"));
        var named = names.of(maker.value());
        database.sql("""
            insert into market.maker (id, kind, number, name_ar, name_latin, territory_code, territories, demonstration, words)
            values (:id, :kind, :number, :arabic, :latin, :place, cast(:places as text[]), :demonstration, :words)
            on conflict on constraint maker_pk do update set number = excluded.number, name_ar = excluded.name_ar,
                name_latin = excluded.name_latin, territory_code = excluded.territory_code,
                territories = excluded.territories, words = excluded.words
            where (market.maker.number, market.maker.name_ar, market.maker.name_latin, market.maker.territory_code,
                   market.maker.territories, market.maker.words)
                is distinct from (excluded.number, excluded.name_ar, excluded.name_latin, excluded.territory_code,
                   excluded.territories, excluded.words)
            """)
                .param("id", maker.value())
                .param("kind", maker.kind())
                .param("number", named.map(PublicNames.Named::number).orElse(null))
                .param("arabic", named.map(it -> it.name().arabic()).orElse(null))
                .param("latin", named.map(it -> it.name().french()).orElse(null))
                .param("place", about.place.map(TerritoryCode::value).orElse(null))
                .param("places", places(about.place.orElse(null)))
                .param("demonstration", about.demonstration)
                .param("words", words.of(named.map(PublicNames.Named::name), about.place, LocalDate.now(clock)))
                .update();
    }

    private Optional<About> about(MakerId maker) {
        return maker.person()
                ? people.find(new PersonId(maker.value())).map(it -> new About(it.territory(), it.demonstration()))
                : organisations
                        .find(new OrganisationId(maker.value()))
                        .map(it -> new About(it.territory(), it.demonstration()));
    }

    private String[] places(@Nullable TerritoryCode place) {
        return place == null
                ? new String[0]
                : Stream.concat(
                                Stream.of(place),
                                territories.above(place, LocalDate.now(clock).getYear()).stream())
                        .map(TerritoryCode::value)
                        .toArray(String[]::new);
    }

    /** Those who were known before their words were noted. */
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        database.sql("select id, kind from market.maker where words is null")
                .query((row, number) ->
                        new MakerId(row.getString("kind").equals("person"), row.getObject("id", UUID.class)))
                .list()
                .forEach(this::know);
    }

    @EventListener
    void agreed(ConsentRecorded event) {
        again(MakerId.of(event.person()));
    }

    @EventListener
    void corrected(PersonCorrected event) {
        again(MakerId.of(event.person()));
    }

    @EventListener
    void forgotten(PersonAnonymised event) {
        again(MakerId.of(event.person()));
    }

    @EventListener
    void corrected(OrganisationCorrected event) {
        again(MakerId.of(event.organisation()));
    }

    private void again(MakerId maker) {
        if (known(maker.value())) {
            know(maker);
        }
    }

    private boolean known(UUID maker) {
        return database.sql("select exists (select from market.maker where id = :id)")
                .param("id", maker)
                .query(Boolean.class)
                .single();
    }
}
