package ma.qutb.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.registry.person.Birth;
import ma.qutb.registry.person.Contact;
import ma.qutb.registry.person.IdentityKind;
import ma.qutb.registry.person.IdentityNumber;
import ma.qutb.registry.person.IdentityVault;
import ma.qutb.registry.person.PersonDetails;
import ma.qutb.registry.person.PersonName;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.registry.person.Somebody;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

@RegistryModuleTest
class PeopleImportTests {

    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Authentication REGISTRAR = TestActor.with("registry.edit-people", "registry.see-people");
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() / 1000 % 4_000));

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RegisteringPeople registering;

    @Autowired
    IdentityVault vault;

    /** Two letters and four digits that make numbers of this test its own. */
    private String letters;

    private String digits;

    @BeforeEach
    void ownNumbers() {
        int next = NEXT.incrementAndGet();
        letters = "" + (char) ('A' + next % 26) + (char) ('A' + next / 26 % 26);
        digits = "%04d".formatted(1000 + next);
    }

    private String messy() throws Exception {
        return own(new String(
                new ClassPathResource("registry/importing/artisans-messy.csv").getContentAsByteArray(), ARABIC));
    }

    private String own(String text) {
        return text.replace("QX", letters)
                .replace("qx", letters.toLowerCase())
                .replace("FIC-2024", "FIC-" + letters + digits)
                .replaceAll("41([ .-]?)73", digits.substring(0, 2) + "$1" + digits.substring(2));
    }

    private UUID tried(byte[] file, Authentication actor) throws Exception {
        var address = web.perform(multipart("/app/imports/kinds/people")
                        .file(new MockMultipartFile("file", "list.csv", null, file))
                        .with(csrf())
                        .with(authentication(actor)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = UUID.fromString(String.valueOf(address).substring("/app/imports/".length()));
        var request = post("/app/imports/" + id + "/trial").with(csrf()).with(authentication(actor));
        for (var column : (String[]) database.queryForObject(
                        "select mapping from importing.import_job where id = ?", java.sql.Array.class, id)
                .getArray()) {
            request.param("column", column);
        }
        web.perform(request).andExpect(status().isFound());
        return done(id, "tried");
    }

    private UUID tried(String file) throws Exception {
        return tried(file.getBytes(StandardCharsets.UTF_8), REGISTRAR);
    }

    private UUID stored(UUID id) throws Exception {
        web.perform(post("/app/imports/" + id + "/storage").with(csrf()).with(authentication(REGISTRAR)))
                .andExpect(status().isFound());
        return done(id, "stored");
    }

    private UUID done(UUID id, String state) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !List.of("trial", "storing").contains(job(id).get("state")));
        assertThat(job(id).get("state")).as("%s", job(id)).isEqualTo(state);
        return id;
    }

    private Map<String, Object> job(UUID id) {
        return database.queryForMap("select * from importing.import_job where id = ?", id);
    }

    private List<String> problems(UUID id, boolean rejected) {
        return database.queryForList("""
                select line || ' ' || column_key || ' «' || value || '» ' || code from importing.import_problem
                where job = ? and rejected = ? order by line, number
                """, String.class, id, rejected);
    }

    private String page(UUID id, String language) throws Exception {
        return web.perform(get("/app/imports/" + id + "?rejected=false")
                        .cookie(new jakarta.servlet.http.Cookie("lang", language))
                        .with(authentication(REGISTRAR)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String eastern(String digits) {
        return digits.chars()
                .mapToObj(it -> Character.toString('٠' + it - '0'))
                .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void aMessyFileOfWindowsIsToldLineByLine() throws Exception {
        var id = tried(messy().getBytes(ARABIC), REGISTRAR);
        var phone = digits.substring(0, 2) + " " + digits.substring(2);

        assertThat(job(id)).containsEntry("charset", "windows-1256").containsEntry("row_count", 60);
        assertThat(problems(id, true))
                .containsExactly(
                        "5 identity «Q-12X» registry.person.refusal.identity-form.cin",
                        "9 birth «31/02/1980» kernel.date.refusal.no-such-day",
                        "14 identity «" + letters.toLowerCase() + " 510037» importing.problem.claimed",
                        "18 commune «واد المنسي» registry.import.refusal.place",
                        "23 phone «061234» kernel.phone.refusal.not-a-number",
                        "27 sex «غير ذلك» registry.import.refusal.sex",
                        "31 crafts «صناعة الأحلام» registry.import.refusal.craft",
                        "36 phone «06 00 " + phone + " 09» importing.problem.claimed",
                        "40  «» registry.person.refusal.half-a-name",
                        "45 birth «12/03/2035» registry.person.refusal.birth-ahead",
                        "50 practising_since «1975» registry.artisan.refusal.practice-too-early",
                        "55 crafts «» registry.artisan.refusal.no-craft");
        assertThat(job(id)).containsEntry("good_count", 48).containsEntry("rejected_count", 12);
        assertThat(page(id, "fr"))
                .contains("Aucun lieu ne s’appelle")
                .contains("Ce jour n’existe pas au calendrier")
                .contains("Le même qu’à la ligne 3");
    }

    @Test
    void aCorrectedFileComesInAndAgainChangesNothing() throws Exception {
        var corrected = messy().replace("Q-12X", "")
                .replace("31/02/1980", "28/02/1980")
                .replace(letters.toLowerCase() + " 510037", "")
                .replace("واد المنسي", "Guelmim")
                .replace("061234", "")
                .replace("غير ذلك", "ذكر")
                .replace("صناعة الأحلام", "النسيج")
                .replace("\n;امرأة", "\nربيعة العروسي;امرأة")
                .replace("12/03/2035", "12/03/1985")
                .replace("1975", "1995")
                .replace(";;معلم;2004;FIC", ";الخشب;معلم;2004;FIC")
                .replaceFirst("(يوسف الداودي.*?;)06 00 .. .. 09", "$1");
        var first = tried(corrected.getBytes(ARABIC), REGISTRAR);
        assertThat(problems(first, true)).isEmpty();
        stored(first);

        assertThat(job(first)).containsEntry("stored_created", 60);
        var khadija = database.queryForMap("""
                select p.given_name_ar, p.family_name_ar, p.sex, p.birth_date::text, p.birth_precision, p.phone, p.territory_code,
                    a.category, a.practising_since, array_to_string(array(select craft_code from registry.artisan_craft c
                        where c.person_id = p.id), ' ') as crafts, p.identity_mask
                from registry.person p join registry.artisan a on a.person_id = p.id where p.phone = ?
                """, "+212600" + digits + "11");
        assertThat(khadija)
                .containsEntry("given_name_ar", "خديجة")
                .containsEntry("family_name_ar", "بوسيف")
                .containsEntry("sex", "FEMALE")
                .containsEntry("birth_date", "1950-09-16")
                .containsEntry("birth_precision", "DAY")
                .containsEntry("territory_code", "C-GUE")
                .containsEntry("category", "MAALEM")
                .containsEntry("practising_since", 1967)
                .containsEntry("crafts", "LBG");
        assertThat(database.queryForObject(
                        "select count(*) from registry.search_entry where phone like ?",
                        Integer.class,
                        "+212600" + digits + "%"))
                .isGreaterThan(50);

        var again = tried(corrected.getBytes(ARABIC), REGISTRAR);
        assertThat(job(again)).containsEntry("known_count", 60).containsEntry("good_count", 0);
        // The same people in another file, written otherwise: known by their numbers.
        var rewritten = tried(corrected.replace("حي الموظفين", "زنقة 3"));
        stored(rewritten);
        assertThat(job(rewritten)).containsEntry("stored_created", 0).containsEntry("stored_changed", 0);
    }

    @Test
    void whatIsHiddenOrTooLongOrAPictureIsTold() throws Exception {
        var id = tried(own("""
                الاسم الشخصي;الاسم العائلي;الهاتف;الجماعة;العنوان
                خديجة\u202E;بوسيف;%s;كلميم;
                سعاد 😀;العروسي;;كلميم;
                مريم;%s;;كلميم;
                مينة;التكني;;كلميم;%s
                """.formatted(eastern("0600" + digits + "80"), "ب".repeat(10_000), "ز".repeat(10_000))));

        assertThat(problems(id, true))
                .containsExactly(
                        "3 given_ar «سعاد 😀» importing.problem.picture",
                        "4 family_ar «" + "ب".repeat(120) + "…» importing.problem.too-long",
                        "5 landmark «" + "ز".repeat(120) + "…» importing.problem.too-long");
        assertThat(problems(id, false)).contains("2 given_ar «خديجة» importing.problem.cleaned");
        stored(id);
        assertThat(database.queryForMap(
                        "select given_name_ar from registry.person where phone = ?", "+212600" + digits + "80"))
                .containsEntry("given_name_ar", "خديجة");
    }

    @Test
    void aNumberOfSomebodyElseIsRefusedAndTheSamePersonIsCompleted() throws Exception {
        var cin = new IdentityNumber(IdentityKind.CIN, letters + "770001");
        var phone = new PhoneNumber("+212600" + digits + "90");
        var it = Somebody.from("C-GUE");
        var person = registering.register(
                new PersonDetails(
                        new PersonName("عائشة", "بنصالح", "", ""),
                        it.ancestors(),
                        null,
                        Birth.on(LocalDate.of(1970, 3, 2)),
                        vault.seal(cin),
                        new Contact(phone, false, Set.of(), new TerritoryCode("C-GUE"), ""),
                        it.speaking(),
                        it.story(),
                        ""),
                Optional.empty(),
                (ma.qutb.kernel.Actor) REGISTRAR.getPrincipal());
        var id = tried(own("""
                Nom et prénom;CIN;GSM;Commune;Métier;Prénom en arabe
                إبراهيم الناجم;%s;;Guelmim;tissage;
                رشيد أكوجيل;;0600417390;Guelmim;tissage;
                عائشة بن صالح;%s;0600417399;Guelmim;tissage, tapis;
                """.formatted(cin.value(), cin.value().toLowerCase())));

        assertThat(problems(id, true))
                .containsExactly(
                        "2 identity «" + cin.value() + "» registry.person.refusal.identity-taken",
                        "3 phone «0600" + digits + "90» registry.import.refusal.phone-taken",
                        "4 identity «" + cin.value().toLowerCase() + "» importing.problem.claimed");
        // Without the wrong row before it, the third is whom the number says, and only gains.
        var alone = tried(own("""
                Nom et prénom;CIN;GSM;Commune;Métier
                عائشة بن صالح;%s;0600417399;Guelmim;WEV
                """.formatted(cin.value().toLowerCase())));
        assertThat(problems(alone, true)).isEmpty();
        assertThat(problems(alone, false))
                .anyMatch(warning -> warning.endsWith("registry.import.warning.completed"))
                .contains("2 phone «0600" + digits + "99» registry.import.warning.differs");
        stored(alone);
        assertThat(job(alone)).containsEntry("stored_created", 0).containsEntry("stored_changed", 1);
        assertThat(database.queryForMap("""
                        select p.given_name_ar, p.family_name_ar, p.phone, c.craft_code from registry.person p
                        join registry.artisan_craft c on c.person_id = p.id where p.id = ?
                        """, person.value()))
                .containsEntry("family_name_ar", "بنصالح")
                .containsEntry("phone", phone.value())
                .containsEntry("craft_code", "WEV");
    }

    @Test
    void whoLooksLikeSomebodyKnownIsToldOfAndComesInOnTheirOwn() throws Exception {
        var family = "أزكنفار";
        stored(tried(
                own("الاسم الكامل;تاريخ الازدياد;الهاتف;الجماعة\nرقية " + family + ";12/05/1984;0600417360;كلميم\n")));
        var id = tried(own("Nom complet;Date de naissance;Commune\nرقيا " + family + ";12/05/1984;Guelmim\n"));

        assertThat(problems(id, false)).anyMatch(warning -> warning.contains("registry.import.warning.double"));
        stored(id);
        assertThat(job(id)).containsEntry("stored_created", 1);
    }

    @Test
    void aRegistrarOfTataBringsNobodyOfGuelmim() throws Exception {
        var tata = TestActor.within(new Scope.Within(Set.of("P-TAT")), "registry.edit-people");
        var id = tried(own("""
                الاسم الكامل;الجماعة;الهاتف
                فاطمة أوعلا;طاطا;0600417310
                خديجة أوعلا;كلميم;0600417311
                مريم أوعلا;;0600417312
                """).getBytes(StandardCharsets.UTF_8), tata);

        assertThat(problems(id, true))
                .containsExactly(
                        "3 commune «كلميم» registry.person.refusal.place-out-of-scope",
                        "4 commune «» registry.import.refusal.place-missing");
    }

    @Test
    void whoeverBringsAListReadsWhatThePeopleMustHaveBeenTold() throws Exception {
        for (var language : List.of("ar", "fr", "en")) {
            web.perform(get("/app/imports/kinds/people")
                            .cookie(new jakarta.servlet.http.Cookie("lang", language))
                            .with(authentication(REGISTRAR)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("id=\"notice\"")))
                    .andExpect(content().string(not(containsString("⟦"))));
        }
    }

    @Test
    void emptyListsToFillInAreOffered() throws Exception {
        web.perform(get("/app/imports/kinds/people/template.csv").with(authentication(REGISTRAR)))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("رقم البطاقة الوطنية;الهاتف;")));
        web.perform(get("/app/imports/kinds/people/template.xlsx").with(authentication(REGISTRAR)))
                .andExpect(status().isOk());
    }
}
