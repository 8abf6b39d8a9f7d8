package ma.qutb.materials;

import java.time.LocalDate;
import java.util.List;
import ma.qutb.registry.PersonId;

/** What somebody bought at the sale points, lot by lot. */
public interface Purchases {

    /** The latest first; what was undone is not among it. */
    List<Purchase> of(PersonId buyer, MaterialCode material);

    /** The sales in which somebody bought of one lot, the latest first; what was undone is not among them. */
    List<Bought> of(PersonId buyer, LotId lot);

    /**
     * One sale.
     *
     * @param weight of this lot in it, milligrams of silver or smallest parts of another material's unit
     */
    record Bought(SaleId sale, long weight, LocalDate on) {

        /** Address of the sale. */
        public String path() {
            return "/app/counter/sales/" + sale.value();
        }
    }

    /**
     * What came from one lot.
     *
     * @param number of the lot, as people say it
     * @param weight milligrams of silver, or smallest parts of another material's unit
     * @param price centimes paid for all of it
     * @param on the last time
     */
    record Purchase(
            LotId lot, String number, java.util.Optional<Fineness> fineness, long weight, long price, LocalDate on) {

        /** What so much of it cost, in centimes. */
        public long costOf(long part) {
            return Portion.of(price, part, weight);
        }
    }
}
