package ma.qutb.materials.counter;

import java.util.List;
import java.util.Objects;
import ma.qutb.ledger.Poster;

/** A sale somebody asked for, with all that was asked before anything is held. */
record AskedSale(SaleRequest request, Poster clerk, Visit visit, SaleEntry.Accounts to) {

    /**
     * Whether it can be written by one statement with others: of one material under one rule, from the lots that came first, for another
     * buyer under another key.
     */
    boolean fits(List<AskedSale> group) {
        var first = group.getFirst();
        return plain()
                && first.plain()
                && first.sameTerms(this)
                && group.stream()
                        .noneMatch(it -> it.request.buyer().equals(request.buyer())
                                || it.request.key().equals(request.key()));
    }

    private boolean plain() {
        return request.lot() == null && request.exception() == null;
    }

    private boolean sameTerms(AskedSale other) {
        return visit.material().equals(other.visit.material())
                && Objects.equals(request.fineness(), other.request.fineness())
                && visit.terms().day().equals(other.visit.terms().day())
                && visit.terms()
                        .quota()
                        .map(Terms.Quota::rule)
                        .equals(other.visit.terms().quota().map(Terms.Quota::rule));
    }
}
