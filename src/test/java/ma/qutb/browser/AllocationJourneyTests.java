package ma.qutb.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.platform.DemonstrationStory;
import ma.qutb.platform.PoleClock;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.PersonId;
import ma.qutb.spaces.TestCalls;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.Unit;
import ma.qutb.spaces.Units;
import ma.qutb.spaces.application.Applicant;
import ma.qutb.spaces.application.ApplicationId;
import ma.qutb.spaces.application.Applying;
import ma.qutb.spaces.application.BringingPapers;
import ma.qutb.spaces.application.Taker;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.call.CallDraft;
import ma.qutb.spaces.call.CallId;
import ma.qutb.spaces.call.Calls;
import ma.qutb.spaces.call.PreparingCalls;
import ma.qutb.spaces.call.PublishingCalls;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Six ask for two shops: one who got none reads why on the telephone, and an outsider computes the draw again. */
@BrowserTest
class AllocationJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    List<DemonstrationStory> stories;

    @Autowired
    DefaultListableBeanFactory beans;

    @Autowired
    PreparingCalls preparing;

    @Autowired
    PublishingCalls publishing;

    @Autowired
    Applying applying;

    @Autowired
    BringingPapers papers;

    @Autowired
    Calls calls;

    @Autowired
    Units units;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    TestCalls test;
    Call call;

    @BeforeEach
    void aCallOfTheSpringCameOut() {
        if (!beans.containsSingleton("testSiteOfTheJourney")) {
            beans.registerSingleton("testSiteOfTheJourney", beans.createBean(TestSite.class));
        }
        test = beans.createBean(TestCalls.class);
        var opened = clock.instant().minus(Duration.ofDays(120));
        PoleClock.at(opened, () -> call = published(opened));
        PoleClock.at(opened.plus(Duration.ofDays(3)), this::sixApply);
        stories.stream()
                .filter(it -> it.name().equals("who got a unit and why"))
                .forEach(it -> it.tell(() -> true));
    }

    private Call published(java.time.Instant opened) {
        var site = beans.getBean(TestSite.class).drawn(2);
        var draft = test.draft(
                TestCalls.calendar(opened.plusSeconds(60)),
                units.of(site, clock.instant().atZone(clock.getZone()).toLocalDate()).stream()
                        .map(Unit::id)
                        .toList());
        var id = preparing.begin(
                CallId.next(),
                site,
                new CallDraft(
                        draft.calendar(),
                        draft.seed(),
                        draft.parties(),
                        draft.units(),
                        draft.criteria(),
                        draft.papers(),
                        List.of()),
                true);
        publishing.publish(
                id,
                new TestActor(
                        UUID.randomUUID(),
                        "نزهة",
                        Set.of(Role.DIRECTOR),
                        Set.of(),
                        Scope.EVERYWHERE,
                        Optional.empty()));
        return calls.find(id).orElseThrow();
    }

    /** The sixth is who signs in as the artisan. */
    private void sixApply() {
        var parties = new ArrayList<Applicant>();
        for (int i = 0; i < 5; i++) {
            parties.add(test.artisan());
        }
        parties.add(Applicant.of(
                new PersonId(database.sql("select person from identity.account where user_name = 'artisan'")
                        .query(UUID.class)
                        .single())));
        var clerk = new Taker("نزهة", Optional.empty());
        for (var party : parties) {
            var id = applying.begin(ApplicationId.next(), call.id(), party, clerk);
            applying.craft(id, new CraftCode("TLR"));
            applying.wish(id, call.units());
            call.papersOf(party.kind(), Set.of()).forEach(it -> papers.show(id, it, clerk));
            applying.send(id);
        }
    }

    @Test
    void aRejectedApplicantReadsWhyOnTheTelephone() {
        try (var artisan = Visitor.onPhone(port, "ar").signIn("artisan")) {
            artisan.go("/me/notifications");
            artisan.page()
                    .locator(".q-notices button:has-text('" + call.called() + "')")
                    .first()
                    .click();
            artisan.reads("لم تنالوا محلا هذه المرة");
            artisan.page().locator("a[href*='/me/spaces/results/']").first().click();
            // Two shops, two reasons: who has each, with which points, and one's own.
            artisan.reads("لماذا؟", "من لائحة الانتظار");
            assertThat(artisan.page().locator("#why li").allInnerTexts())
                    .hasSize(2)
                    .allMatch(it -> it.contains(call.called() + "-000") && it.contains("نقطة طلبكم"));
            assertThat(artisan.scrollsSideways()).isFalse();
            assertThat(artisan.complaints()).isEmpty();
        }
    }

    @Test
    void anOutsiderDownloadsTheFilesAndComputesTheDrawWithTheCommand() throws IOException, InterruptedException {
        try (var outsider = Visitor.onDesktop(port, "fr")) {
            outsider.go("/fr/calls/" + call.called() + "/result");
            outsider.reads("Résultat de l’appel " + call.called(), call.called() + "-0004");
            for (var file : List.of("list", "commitment", "seed", "result")) {
                var got = outsider.page()
                        .waitForDownload(() -> outsider.page()
                                .locator("a[href$='/draw/1/" + file + ".txt']")
                                .click());
                got.saveAs(folder.resolve(file + ".txt"));
            }
            assertThat(outsider.complaints()).isEmpty();
        }
        assertThat(verified()).startsWith("0 TRUE: 6 applications");

        var list = folder.resolve("list.txt");
        Files.writeString(list, Files.readString(list).replace("-0003", "-0008"));
        assertThat(verified()).startsWith("1 ALTERED list.txt");
    }

    private String verified() throws IOException, InterruptedException {
        var process = new ProcessBuilder("bin/verify-draw", folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
