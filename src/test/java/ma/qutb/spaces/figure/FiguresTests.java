package ma.qutb.spaces.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.StandingClock;
import ma.qutb.market.MakerEarned;
import ma.qutb.market.MakerId;
import ma.qutb.registry.OrganisationId;
import ma.qutb.spaces.Sites;
import ma.qutb.spaces.SpacesModuleTest;
import ma.qutb.spaces.SpacesPermission.Code;
import ma.qutb.spaces.TestSite;
import ma.qutb.spaces.lease.ChangingLeases;
import ma.qutb.spaces.lease.TestLeases;
import ma.qutb.spaces.rent.PostingRents;
import ma.qutb.support.TestActor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

/** The figures the director looks at. */
@SpacesModuleTest
class FiguresTests {

    @Autowired
    TestSite test;

    @Autowired
    TestLeases make;

    @Autowired
    ChangingLeases changing;

    @Autowired
    PostingRents posting;

    @Autowired
    ReadingFigures reading;

    @Autowired
    Sites sites;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    StandingClock clock;

    @Autowired
    MockMvc web;

    @Test
    void figuresComeFromLeasesRentsAndWhatTheMarketTells() throws Exception {
        var id = test.drawn(4);
        var today = clock.today();
        var month = YearMonth.from(today);
        var lease = make.signed(test.unit(id, "1"), month.atDay(1), 12, 80_000, today);
        posting.run(month, TestLeases.MANAGER);
        changing.count(lease, 3, 1, TestLeases.MANAGER);
        var sale = new MakerEarned(
                MakerId.of(new OrganisationId(make.cooperative().party())), 2, 45_000, "W-" + UUID.randomUUID());
        events.publishEvent(sale);
        events.publishEvent(sale);

        var site = sites.find(id).orElseThrow();
        var figures = reading.read(List.of(site), Optional.of(site));

        assertThat(figures.now().let()).isEqualTo(1);
        assertThat(figures.now().percent()).isEqualTo(25);
        assertThat(figures.now().posted()).isEqualTo(80_000);
        assertThat(figures.now().sold())
                .as("told twice, counted once")
                .isGreaterThanOrEqualTo(45_000)
                .isLessThan(90_000);
        assertThat(figures.jobs().all()).isEqualTo(4);
        assertThat(figures.empty()).hasSize(3);
        web.perform(get("/app/spaces/figures?site=" + id)
                        .with(authentication(TestActor.with(Code.SEE, Code.SEE_LEASES))))
                .andExpect(status().isOk());
    }
}
