package ma.qutb.materials.offline;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.qutb.kernel.Ids;
import ma.qutb.ledger.ChartRole;
import ma.qutb.ledger.Commodity;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.ReservationId;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundAccounts;
import ma.qutb.materials.LotAtPoint;
import ma.qutb.materials.Material;
import ma.qutb.materials.Taking;
import org.springframework.stereotype.Component;

/** Holds part of a lot back in the ledger: cost, weight and the silver in it, so that nobody else sells it or empties the lot over it. */
@Component
class HoldingBack {

    static final String KIND = "allotment";

    /** A device that stays away for longer has sold nothing any more: what it held is free again. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final FundAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    HoldingBack(FundAccounts accounts, Ledger ledger, Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    ReservationId hold(Fund fund, Material material, LotAtPoint lot, Taking part, Poster by) {
        var draft = Draft.of(fund.book(), Ids.next(), KIND, LocalDate.now(clock))
                .credit(lot.weightAccount(), part.weight())
                .debit(accounts.of(fund, ChartRole.OUTSIDE, material.commodity()), part.weight());
        if (part.cost() > 0) {
            draft = draft.credit(lot.costAccount(), part.cost())
                    .debit(accounts.of(fund, ChartRole.REPLACEMENT_RESERVE, Commodity.MAD), part.cost());
        }
        if (part.fine() > 0 && material.fineCommodity().isPresent()) {
            draft = draft.credit(lot.fineAccount().orElseThrow(), part.fine())
                    .debit(
                            accounts.of(
                                    fund,
                                    ChartRole.OUTSIDE,
                                    material.fineCommodity().get()),
                            part.fine());
        }
        return ledger.reserve(draft, clock.instant().plus(LONGEST), by);
    }

    /** Takes all locks at once, before several parts are held or released one after the other. */
    void lock(List<LotAtPoint> lots) {
        ledger.hold(lots.stream()
                .flatMap(
                        it -> Stream.concat(Stream.of(it.costAccount(), it.weightAccount()), it.fineAccount().stream()))
                .collect(Collectors.toSet()));
    }

    void release(ReservationId reservation, Poster by) {
        ledger.release(reservation, KIND, by);
    }
}
