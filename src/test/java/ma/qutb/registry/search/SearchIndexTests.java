package ma.qutb.registry.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.FullName;
import ma.qutb.registry.naming.Likeness.Reason;
import ma.qutb.registry.naming.PersonFacts;
import ma.qutb.registry.search.SearchEntry.Kind;
import ma.qutb.shell.search.SearchSource;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

// A search answers with the likeliest twenty: other tests' people of the same names would push these out.
@SpringBootTest(properties = "qutb.test.database=qutb_search")
@AutoConfigureMockMvc
class SearchIndexTests {

    private static final Scope TAN_TAN = new Scope.Within(Set.of("P-TNT"));
    private static final LocalDate BIRTH = LocalDate.of(1990, 3, 24);

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<SearchSource> sources;

    /** Other tests of this class leave people of the same names behind; this one is told from them by her number. */
    private final String number = "T" + Math.abs(Ids.next().getLeastSignificantBits() % 1_000_000_000_000L);

    private final UUID fatima = Ids.next();
    private final UUID mohamed = Ids.next();

    @BeforeEach
    void register() {
        index.put(person(fatima, new FullName("فاطمة", "أوعلا", null, null), BIRTH, "+212661020304", number, null));
        index.put(person(
                mohamed,
                new FullName("محمد سالم", "ولد امحيمد", "Mohamed Salem", "Ould M'haimed"),
                LocalDate.of(1971, 7, 8),
                "+212670000001",
                number + "9",
                null));
    }

    @AfterEach
    void forget() {
        index.remove(fatima);
        index.remove(mohamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "فاطمة أوعلا",
                "فاطمه اوعلا",
                "أوعلا فاطمة",
                "فاطمة أو",
                "fatima ouala",
                "FATIMA OUALLA",
                "ouala fatima",
                "Fatma Oua",
                "fatima ou alla",
                "فَاطِمَة أوعلى",
                "lalla fatima ouala",
                "فـاطمـة اوعلا",
                "\u202bفاطمة أوعلا\u202c",
                "fatima ouala guelmim",
                "fatima tissage ouala",
                "ouala النسيج",
                "fatima oaula"
            })
    void findsHerAsTheNameIsTyped(String typed) {
        assertThat(subjects(typed, Scope.EVERYWHERE)).contains(fatima);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mohamed mhaimed",
                "Ould Mhaimed",
                "ولدامحيمد",
                "ولد محيمد محمد",
                "salem ould mhaimed",
                "محمد ولد امح",
                "Med Salem Ould Mhaimed"
            })
    void findsHimThoughWordsAreLeftOutOrJoined(String typed) {
        assertThat(subjects(typed, Scope.EVERYWHERE)).contains(mohamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0661020304", "06 61 02 03", "+212661020304", "00212 661-02-03-04", "٠٦٦١٠٢٠٣٠٤", "661020304"})
    void findsHerByThePhoneAsFarAsTyped(String typed) {
        assertThat(subjects(typed, Scope.EVERYWHERE)).contains(fatima);
    }

    @Test
    void findsByRegisterNumberAsFarAsTyped() {
        assertThat(subjects(number.substring(0, number.length() - 1), Scope.EVERYWHERE))
                .contains(fatima, mohamed);
        assertThat(subjects(number.toLowerCase(), Scope.EVERYWHERE)).contains(fatima);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "'", "\\", "%", "& | !", "(", "x' or '1'='1", "\u0000", ":*", "ع", "ة"})
    void answersWhateverIsTyped(String typed) {
        assertThat(index.find(query(typed), Scope.EVERYWHERE)).doesNotContainNull();
        assertThat(index.find(query(typed), TAN_TAN)).doesNotContainNull();
    }

    @Test
    void ranksTheVeryNameFirst() {
        var namesake = Ids.next();
        index.put(person(namesake, new FullName("فاطمة", "أوعلي", null, null), BIRTH, null, null, null));

        var first = index.find(query("فاطمة أوعلا"), Scope.EVERYWHERE).getFirst();

        assertThat(first.entry().name().familyArabic()).isEqualTo("أوعلا");
        index.remove(namesake);
    }

    @Test
    void doesNotFindWhatLiesOutOfScope() {
        assertThat(subjects("fatima ouala", TAN_TAN)).doesNotContain(fatima);
        assertThat(subjects("0661020304", TAN_TAN)).doesNotContain(fatima);
        assertThat(subjects("fatima ouala", new Scope.Within(Set.of("P-GUE")))).contains(fatima);
        assertThat(subjects("fatima ouala", Scope.NOWHERE)).isEmpty();
    }

    @Test
    void findsAScarceNamesakeInASmallScopeBehindThousandsElsewhere() {
        var crowd = java.util.stream.IntStream.range(0, 1_500)
                .mapToObj(i -> person(
                        new UUID(4711, i), new FullName("زطاطو", "بوتفوست", null, null), BIRTH, null, null, null))
                .toList();
        index.putAll(crowd);
        var there = Ids.next();
        index.put(new SearchEntry(
                there,
                Kind.PERSON,
                new FullName("زطاطو", "بوتفوست", null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                List.of("C-SMALL", "P-SMALL"),
                List.of(),
                true,
                null));

        assertThat(subjects("زطاطو", new Scope.Within(Set.of("P-SMALL")))).containsExactly(there);

        crowd.forEach(entry -> index.remove(entry.subject()));
        index.remove(there);
    }

    @Test
    void noLongerFindsARecordThatWasMerged() {
        index.put(person(fatima, new FullName("فاطمة", "أوعلا", null, null), BIRTH, "+212661020304", number, mohamed));

        assertThat(subjects("fatima ouala", Scope.EVERYWHERE)).doesNotContain(fatima);
        assertThat(subjects(number, Scope.EVERYWHERE)).doesNotContain(fatima);
        assertThat(duplicates(new FullName("فاطمة", "أوعلا", null, null), Scope.EVERYWHERE))
                .isEmpty();
    }

    @Test
    void keepsOnlyTheLastOfAnEntryPutTwice() {
        index.put(person(fatima, new FullName("فاطمة", "بوحلبان", null, null), BIRTH, null, number, null));

        assertThat(subjects("fatima ouala " + number, Scope.EVERYWHERE)).doesNotContain(fatima);
        assertThat(subjects("fatima bouhalban", Scope.EVERYWHERE)).contains(fatima);
    }

    @Test
    void suggestsWhoIsRegisteredAlreadyInTheOtherScript() {
        var suggestions = duplicates(new FullName(null, null, "Ouala", "Fatma"), Scope.EVERYWHERE);

        assertThat(suggestions).anySatisfy(suggestion -> {
            assertThat(suggestion.entry().subject()).isEqualTo(fatima);
            assertThat(suggestion.likeness().reasons()).contains(Reason.SAME_BIRTH_DATE, Reason.NAMES_SWAPPED);
        });
        assertThat(duplicates(new FullName(null, null, "Ouala", "Fatma"), TAN_TAN))
                .isEmpty();
    }

    @Test
    void suggestsNobodyForASister() {
        assertThat(duplicates(new FullName("خديجة", "أوعلا", null, null), Scope.EVERYWHERE))
                .isEmpty();
    }

    @Test
    void findsCraftsAndPlacesAsThePapersSpellThem() {
        var code = "P-" + number;
        index.put(SearchEntry.coded(Kind.PLACE, code, "كلميم", "Guelmim", List.of(), List.of()));

        for (var typed : new String[] {"گلميم", "guelmim", "Goulmim", "كلم", "ڭلميم"}) {
            assertThat(index.find(new SearchQuery(typed, Set.of(Kind.PLACE), 50), Scope.EVERYWHERE))
                    .as(typed)
                    .anyMatch(found -> code.equals(found.entry().code()));
        }
        index.remove(SearchEntry.subjectOf(Kind.PLACE, code));
    }

    @Test
    void answersTheGlobalSearchBoxOnlyWithWhatTheUserMaySee() {
        assertThat(answers("fatima ouala", "registry.see-people")).contains("/app/people/" + fatima);
        assertThat(answers("fatima ouala", "registry.see-crafts")).doesNotContain("/app/people/" + fatima);
    }

    @Test
    void readsNoListInFullThoughTheNameIsFrequent() {
        var plan = jdbc.sql("""
                        explain select * from registry.search_entry
                        where given_sounds >= 'PEMHMD' and given_sounds < 'PEMHMDz' and merged_into is null limit 40""").query(String.class).list();

        assertThat(String.join("\n", plan)).contains("search_entry_by_given_sounds");
    }

    private List<String> answers(String typed, String permission) {
        var actor = (ma.qutb.kernel.Actor) TestActor.with(permission).getPrincipal();
        return sources.stream()
                .filter(source -> source.heading().startsWith("registry."))
                .flatMap(source -> source.find(typed, actor, Language.FR, 50).stream())
                .map(SearchSource.Hit::path)
                .toList();
    }

    private List<UUID> subjects(String typed, Scope scope) {
        return index.find(query(typed), scope).stream()
                .map(found -> found.entry().subject())
                .toList();
    }

    private static SearchQuery query(String typed) {
        return new SearchQuery(typed, Set.of(), 20);
    }

    private List<Suggestion> duplicates(FullName name, Scope scope) {
        return index.duplicatesOf(new PersonFacts(name, BIRTH, "F", null, "C-GUE", null), scope, 10);
    }

    private static SearchEntry person(
            UUID subject, FullName name, LocalDate birth, String phone, String number, UUID mergedInto) {
        return new SearchEntry(
                subject,
                Kind.PERSON,
                name,
                birth,
                null,
                phone,
                null,
                number,
                null,
                null,
                Set.of("WEV"),
                List.of("C-GUE", "P-GUE", "R-GON"),
                List.of("كلميم", "Guelmim", "النسيج التقليدي", "Tissage"),
                true,
                mergedInto);
    }
}
