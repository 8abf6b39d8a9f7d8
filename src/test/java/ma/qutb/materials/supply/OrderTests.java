package ma.qutb.materials.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.materials.MaterialCode;
import ma.qutb.materials.SalePointId;
import ma.qutb.materials.SupplierId;
import org.junit.jupiter.api.Test;

class OrderTests {

    @Test
    void barsMayBringFiveHundredthsMore() {
        assertThat(order(1_000, 0, false).takes(1_050)).isTrue();
        assertThat(order(1_000, 0, false).takes(1_051)).isFalse();
        assertThat(order(1_000, 1_000, false).takes(50)).isTrue();
        assertThat(order(1_000, 1_000, false).takes(51)).isFalse();
    }

    @Test
    void anOrderIsOpenUntilAllOfItCameOrItIsClosed() {
        assertThat(order(1_000, 0, false).state()).isEqualTo("open");
        assertThat(order(1_000, 1, false).state()).isEqualTo("partly");
        assertThat(order(1_000, 1_000, false).state()).isEqualTo("received");
        assertThat(order(1_000, 0, true).state()).isEqualTo("closed");
        assertThat(order(1_000, 1_000, true).state()).isEqualTo("received");
        assertThat(order(1_000, 400, false).open()).isEqualTo(600);
        assertThat(order(1_000, 1_050, false).open()).isZero();
        assertThat(order(1_000, 400, true).open()).isZero();
    }

    private static Order order(long weight, long received, boolean closed) {
        var day = LocalDate.of(2026, 11, 22);
        return new Order(
                UUID.randomUUID(),
                1,
                SalePointId.next(),
                SupplierId.next(),
                "Fonderie",
                MaterialCode.SILVER,
                Optional.empty(),
                weight,
                1_000,
                day,
                Optional.empty(),
                closed ? Optional.of(day) : Optional.empty(),
                "",
                received,
                0,
                0,
                false);
    }
}
