package ma.qutb.materials.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import ma.qutb.materials.Fineness;
import ma.qutb.materials.Lots;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsModuleTest;
import ma.qutb.materials.Taking;
import ma.qutb.materials.TestPoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MaterialsModuleTest
class LotTests {

    @Autowired
    TestPoint test;

    @Autowired
    Lots lots;

    @Autowired
    Materials materials;

    @Autowired
    JdbcClient database;

    @Test
    void silverIsDealtInInFiveFinenessesFinestFirst() {
        assertThat(materials.finenesses(MaterialCode.SILVER, LocalDate.of(2026, 1, 1)))
                .extracting(Fineness::said)
                .containsExactly("999", "950", "925", "900", "800");
        assertThat(materials.all())
                .hasSize(6)
                .first()
                .extracting(it -> it.code())
                .isEqualTo(MaterialCode.SILVER);
    }

    @Test
    void whatCameInLiesAtThePointFirstInFirst() {
        var point = test.open();
        var first = test.silver(point, 1_000_000, 925, 10_000_00);
        var second = test.silver(point, 500_000, 999, 6_000_00);

        assertThat(lots.at(point.id(), MaterialCode.SILVER))
                .extracting(it -> it.lot().id())
                .containsExactly(first.lot().id(), second.lot().id());
        assertThat(lots.at(point.id(), first.lot().id()).orElseThrow().left())
                .isEqualTo(new Taking(1_000_000, 925_000, 10_000_00));
    }

    @Test
    void aLotIsNeverRewritten() {
        var lot = test.silver(test.open(), 1_000_000, 925, 10_000_00).lot();

        for (var change :
                new String[] {"weight = weight + 1, fine = fine", "cost_centimes = 1", "received_on = '2020-01-01'"}) {
            assertThatThrownBy(() -> database.sql("update materials.lot set " + change + " where id = :id")
                            .param("id", lot.id().value())
                            .update())
                    .as(change)
                    .hasMessageContaining("lot_");
        }
        database.sql("update materials.lot set assay_certificate = 'A-12' where id = :id")
                .param("id", lot.id().value())
                .update();
    }
}
