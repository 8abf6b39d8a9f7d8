package ma.qutb.registry.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ma.qutb.identity.IdentityTest;
import ma.qutb.identity.TestSessions;
import ma.qutb.identity.account.Account;
import ma.qutb.identity.account.ManagingAccounts;
import ma.qutb.identity.account.TestAccounts;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Refusal;
import ma.qutb.kernel.Role;
import ma.qutb.registry.RegistryPermission.Code;
import ma.qutb.registry.directory.Weaver;
import ma.qutb.registry.person.RegisteringPeople;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever is made anonymous leaves nothing behind outside the registry either. */
@IdentityTest
class ForgettingEverywhereTests {

    private static final Authentication REGISTRAR = TestActor.with(Code.EDIT_PEOPLE);

    @Autowired
    RegisteringPeople registering;

    @Autowired
    Anonymising anonymising;

    @Autowired
    DataFile dataFile;

    @Autowired
    Retention retention;

    @Autowired
    ManagingAccounts managing;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestSessions sessions;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Test
    void anAnonymousArtisanSignsInNoMore() throws Exception {
        var weaver = Weaver.registered(registering);
        var account = accounts.with(Role.ARTISAN);
        owned(account, weaver);
        var session = sessions.of(account);
        web.perform(get("/me").cookie(session)).andExpect(status().isOk());
        web.perform(
                post("/me/consent/directory-name").cookie(session).with(csrf()).param("answer", "yes"));
        assertThat(dataFile.take(weaver.id(), "JSON", null, actor()).parts().get("account"))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("user_name", account.userName()));

        forgotten(weaver);

        web.perform(get("/me").cookie(session)).andExpect(redirectedUrl("/sign-in?back=%2Fme"));
        for (var name : List.of(
                account.userName(),
                account.phone().orElseThrow(),
                account.email().orElseThrow())) {
            sessions.tried(name, TestAccounts.PASSWORD).andExpect(status().isUnprocessableContent());
            assertThat(tablesThatSay(name)).as(name).isEmpty();
        }
        assertThat(tablesThatSay(account.displayName())).isEmpty();
        assertThat(accounts.fresh(account))
                .satisfies(it -> assertThat(it.closed()).isTrue())
                .satisfies(it -> assertThat(it.person()).isEmpty());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> managing.unlock(account.id()))
                .withMessage("identity.account.refusal.closed");
    }

    @Test
    void aListWithTheNameIsThrownAwayAndItsReportKeepsItsCounts() throws Exception {
        var weaver = Weaver.registered(registering);
        var other = "بوتفاحة" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var phone = "0" + weaver.details().contact().phone().value().substring(4);
        var job = tried("""
                الاسم الشخصي,الاسم العائلي,الهاتف,تاريخ الازدياد
                زينب,%s,%s,1999-13-45
                مريم,%s,,1999-13-45
                """.formatted(weaver.family(), phone, other));
        var before = counts(job);
        assertThat(before).endsWith("|2|0|2");
        assertThat(dataFile.take(weaver.id(), "JSON", null, actor()).parts().get("imports"))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("line", 2));

        forgotten(weaver);

        assertThat(database.sql("select count(*) from importing.import_part where job = :job")
                        .param("job", job)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(tablesThatSay(weaver.family())).isEmpty();
        assertThat(tablesThatSay(phone)).isEmpty();
        assertThat(counts(job)).isEqualTo(before);
        web.perform(get("/app/imports/" + job).with(authentication(REGISTRAR)))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("صار مجهول الاسم")));
    }

    @Test
    void aListWithoutTheNameStays() throws Exception {
        var weaver = Weaver.registered(registering);
        var job = tried(
                "الاسم الشخصي,الاسم العائلي\nمريم,بوتفاحة" + weaver.family().charAt(0) + "\n");
        forgotten(weaver);
        assertThat(database.sql("select count(*) from importing.import_part where job = :job")
                        .param("job", job)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theRehearsalOfRetentionCountsOldListsAndTheRunThrowsThemAway() throws Exception {
        var job = tried("الاسم الشخصي,الاسم العائلي\nمريم,بوتفاحة\n");
        int before = retention.rehearse().imports();
        database.sql("update importing.import_job set created_at = created_at - interval '40 days' where id = :job")
                .param("job", job)
                .update();

        assertThat(retention.rehearse().imports()).isEqualTo(before + 1);
        assertThat(retention.run(actor()).imports()).isEqualTo(before + 1);
        assertThat(retention.rehearse().imports()).isZero();
        assertThat(counts(job)).contains("|1|");
    }

    private void owned(Account account, Weaver weaver) {
        database.sql("update identity.account set person = :person where id = :id")
                .param("person", weaver.id().value())
                .param("id", account.id())
                .update();
    }

    private void forgotten(Weaver weaver) {
        anonymising.propose(weaver.id(), null, actor());
        var proposal = database.sql(
                        "select id from registry.anonymisation where person_id = :id and state = 'PROPOSED'")
                .param("id", weaver.id().value())
                .query(UUID.class)
                .single();
        anonymising.confirm(proposal, actor());
    }

    private UUID tried(String list) throws Exception {
        var address = web.perform(multipart("/app/imports/kinds/people")
                        .file(new MockMultipartFile("file", "list.csv", null, list.getBytes(StandardCharsets.UTF_8)))
                        .with(csrf())
                        .with(authentication(REGISTRAR)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var id = UUID.fromString(String.valueOf(address).substring("/app/imports/".length()));
        var trial = post("/app/imports/" + id + "/trial").with(csrf()).with(authentication(REGISTRAR));
        for (var key : mapping(id)) {
            trial.param("column", key);
        }
        web.perform(trial).andExpect(status().isFound());
        await().atMost(Duration.ofMinutes(1)).until(() -> state(id).equals("tried"));
        return id;
    }

    private List<String> mapping(UUID job) {
        return database.sql("select unnest(mapping) from importing.import_job where id = :job")
                .param("job", job)
                .query(String.class)
                .list();
    }

    private String state(UUID job) {
        return database.sql("select state from importing.import_job where id = :job")
                .param("job", job)
                .query(String.class)
                .single();
    }

    private String counts(UUID job) {
        return database.sql("""
                        select concat_ws('|', 'rows', row_count, good_count, rejected_count) from importing.import_job where id = :job
                        """).param("job", job).query(String.class).single();
    }

    /** Every table of every module that holds this text in any column. */
    private List<String> tablesThatSay(String text) {
        return database.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_schema in ('registry', 'identity', 'documents', 'platform', 'importing') and table_type = 'BASE TABLE'
                          and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')
                        """).query(String.class).list().stream()
                .filter(table -> database.sql(
                                "select exists (select from " + table + " t where strpos(t::text, :text) > 0)")
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static Actor actor() {
        return (Actor) TestActor.with(Code.ANONYMISE_PEOPLE, Code.SEE_PEOPLE).getPrincipal();
    }
}
