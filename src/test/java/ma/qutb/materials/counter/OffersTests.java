package ma.qutb.materials.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.qutb.ledger.StandingClock;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.TestPoint;
import ma.qutb.materials.stock.KeepingFinenesses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@MaterialsModuleTest
@Import(TestCounter.class)
class OffersTests {

    @Autowired
    CounterReading reading;

    @Autowired
    KeepingFinenesses keeping;

    @Autowired
    Materials materials;

    @Autowired
    TestCounter counter;

    @Autowired
    TestPoint points;

    @Autowired
    StandingClock clock;

    @Test
    void aFinenessThatEndedIsNotOfferedButWhatAnAssayFoundIs() {
        clock.forward(Duration.ofMinutes(1));
        counter.quote("10");
        var point = counter.open();
        var ending = Fineness.ofThousandths(333);
        var assayed = Fineness.ofThousandths(777);
        var today = LocalDate.now(clock);
        keeping.add(materials.find(MaterialCode.SILVER).orElseThrow(), ending, today);
        keeping.end(keeping.find("SILVER", ending.tenths(), today).orElseThrow(), today);
        points.silver(point, 10_000, 333, 40_00);
        points.silver(point, 10_000, 777, 80_00);
        assertThat(offered(point)).containsExactly(assayed, ending);

        clock.forward(Duration.ofDays(1));
        counter.quote("10");

        assertThat(offered(point)).containsExactly(assayed);
    }

    private List<Fineness> offered(SalePoint point) {
        var silver = materials.find(MaterialCode.SILVER).orElseThrow();
        var terms = reading.terms(point, silver.code(), null, null, LocalDate.now(clock));
        return reading.offers(point, silver, terms).stream()
                .map(Offer::fineness)
                .flatMap(Optional::stream)
                .toList();
    }
}
