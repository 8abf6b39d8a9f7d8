package ma.qutb.materials.counter;

import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Refusal;
import ma.qutb.materials.Material;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import org.jspecify.annotations.Nullable;

/**
 * Everything the counter's screen shows.
 *
 * @param found people a search found
 * @param allowed prices under the floor this buyer may pay
 * @param refusal why nothing was sold
 * @param sold the sale just made
 */
public record CounterPage(
        SalePoint point,
        List<SalePoints.Till> tills,
        boolean tillOpen,
        CounterForm form,
        Material material,
        List<Material> materials,
        @Nullable Buyer buyer,
        List<Buyer> found,
        Limits limits,
        List<Offer> offers,
        List<ExceptionTable.Asked> allowed,
        Preview preview,
        SaleFile.Day today,
        @Nullable Refusal refusal,
        Optional<Sold> sold) {

    /**
     * What the buyer may still buy and owe.
     *
     * @param period the quota counts for; null without a quota
     * @param used of it before this sale
     * @param agreed whether there is a credit agreement in force
     * @param days until a purchase on credit is due
     */
    public record Limits(
            @Nullable String period,
            long most,
            long used,
            boolean agreed,
            int days,
            long creditLeft,
            long owed,
            long overdue) {

        static Limits of(Terms on) {
            var quota = on.quota();
            var credit = on.credit();
            return new Limits(
                    quota.map(it -> it.period().code()).orElse(null),
                    quota.map(Terms.Quota::most).orElse(0L),
                    quota.map(Terms.Quota::used).orElse(0L),
                    credit.agreed(on.day()),
                    credit.days(),
                    credit.left(),
                    credit.owed(),
                    credit.overdue());
        }

        public long left(long now) {
            return Math.max(0, most - used - now);
        }

        /** In hundredths of the quota. */
        public double share(long part) {
            return most == 0 ? 0 : Math.min(100, 100.0 * part / most);
        }
    }

    public String path() {
        return "/app/counter/" + point.id();
    }

    public long weight() {
        return form.parts(material);
    }

    public Optional<Offer> offer() {
        return offers.stream().filter(it -> it.value().equals(form.fineness())).findFirst();
    }

    public long stock() {
        return offers.stream().mapToLong(Offer::left).sum();
    }

    /** Whether the sale can be made as it stands. */
    public boolean ready() {
        return buyer != null && buyer.refusal() == null && preview.price() > 0 && tillFits();
    }

    private boolean tillFits() {
        return form.paidBy() != Payment.CASH || tillOpen;
    }
}
