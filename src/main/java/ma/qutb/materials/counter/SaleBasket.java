package ma.qutb.materials.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.SaleId;
import org.jspecify.annotations.Nullable;

/**
 * A sale about to be written.
 *
 * @param soldOn the day it happened, at the pole
 * @param dueOn of credit
 * @param device that sold it without network
 */
record SaleBasket(
        SaleId id,
        SaleRequest request,
        List<SaleLine> lines,
        LocalDate soldOn,
        Instant soldAt,
        Instant postedAt,
        Poster clerk,
        @Nullable LocalDate dueOn,
        Optional<Terms.Quota> quota,
        @Nullable UUID device) {

    static SaleBasket now(
            SaleRequest request, List<SaleLine> lines, LocalDate today, Instant now, Poster clerk, Terms terms) {
        var due = request.payment() == Payment.CREDIT
                ? today.plusDays(terms.credit().days())
                : null;
        return new SaleBasket(SaleId.next(), request, lines, today, now, now, clerk, due, terms.quota(), null);
    }

    static SaleBasket earlier(
            SaleRequest request,
            List<SaleLine> lines,
            LocalDate soldOn,
            Instant soldAt,
            Instant now,
            Poster clerk,
            Terms terms,
            UUID device) {
        return new SaleBasket(SaleId.next(), request, lines, soldOn, soldAt, now, clerk, null, terms.quota(), device);
    }

    long price() {
        return lines.stream().mapToLong(SaleLine::price).sum();
    }

    long shortfall() {
        return lines.stream().mapToLong(SaleLine::shortfall).sum();
    }

    long cost() {
        return lines.stream().mapToLong(it -> it.taken().cost()).sum();
    }

    long replacement() {
        return lines.stream().mapToLong(SaleLine::replacement).sum();
    }

    /** What the price counted: the silver, or the weight. */
    long priced() {
        return lines.stream().mapToLong(SaleLine::priced).sum();
    }

    /** What happened without network has happened: it may go beyond the quota, and is marked so. */
    boolean bindingQuota() {
        return device == null;
    }
}
