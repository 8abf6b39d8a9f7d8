package ma.qutb.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.PersonId;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegistryModuleTest
class KeepingIndexTests {

    private static final Actor REGISTRAR =
            (Actor) TestActor.with(Code.EDIT_PEOPLE).getPrincipal();

    @Autowired
    RegisteringPeople registering;

    @Autowired
    SearchIndex index;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void findsWhoWasJustRegisteredByPhoneAndNumber() {
        var details = Somebody.from("C-GUE");
        var person = registering.register(details, Optional.empty(), REGISTRAR);

        assertThat(finds(String.valueOf(details.contact().phone().value()), person))
                .isTrue();
        var number = database.sql("select number from registry.person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .single();
        assertThat(finds(number, person)).isTrue();
        assertThat(index.duplicatesOf(
                        index.find(new SearchQuery(details.contact().phone().value(), Set.of(), 5), Scope.EVERYWHERE)
                                .getFirst()
                                .entry()
                                .facts(),
                        Scope.EVERYWHERE,
                        50))
                .anyMatch(suggestion -> suggestion.entry().subject().equals(person.value()));
    }

    @Test
    void findsWithinTheScopeOfThePlaceAndOfAllItLiesIn() {
        var person = registering.register(Somebody.from("C-GUE"), Optional.empty(), REGISTRAR);
        var territories = database.sql("select territories from registry.search_entry where subject = :id")
                .param("id", person.value())
                .query((row, number) -> (String[]) row.getArray(1).getArray())
                .single();

        assertThat(territories).startsWith("C-GUE").contains("P-GUE", "R-GON");
    }

    @Test
    void forgetsWhoseRegistrationFailed() {
        var details = Somebody.from("C-GUE");

        assertThatException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    registering.register(details, Optional.empty(), REGISTRAR);
                    throw new IllegalStateException("the registrar's network is gone");
                }));

        assertThat(index.find(new SearchQuery(details.contact().phone().value(), Set.of(), 5), Scope.EVERYWHERE))
                .isEmpty();
    }

    @Test
    void findsCraftsAndPlacesOfTheReferenceData() {
        assertThat(codes("weaving tissage", Kind.CRAFT)).contains("WEV");
        assertThat(codes("نسيج", Kind.CRAFT)).contains("WEV");
        assertThat(codes("goulmim", Kind.PLACE)).contains("C-GUE");
    }

    private Iterable<String> codes(String typed, Kind kind) {
        return index.find(new SearchQuery(typed, Set.of(kind), 20), Scope.EVERYWHERE).stream()
                .map(found -> String.valueOf(found.entry().code()))
                .toList();
    }

    private boolean finds(String typed, PersonId person) {
        return index.find(new SearchQuery(typed, Set.of(Kind.PERSON), 50), Scope.EVERYWHERE).stream()
                .anyMatch(found -> found.entry().subject().equals(person.value()));
    }
}
