package ma.qutb.market.till;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Catalogue;
import ma.qutb.shell.offline.Allotted;
import ma.qutb.shell.offline.ExactlyOnce;
import org.springframework.stereotype.Service;

/** Takes in what a device of the hall sold without network, for dirhams: each sale once, however often it is sent. */
@Service
public class SellingAllottedPieces {

    private final PieceAllotments allotments;
    private final HallSessionTable sessions;
    private final HallTills tills;
    private final TillSaleTable sales;
    private final ScanningTags scanning;
    private final WritingTillSales writing;
    private final Catalogue catalogue;
    private final ExactlyOnce once;
    private final Clock clock;

    SellingAllottedPieces(
            PieceAllotments allotments,
            HallSessionTable sessions,
            HallTills tills,
            TillSaleTable sales,
            ScanningTags scanning,
            WritingTillSales writing,
            Catalogue catalogue,
            ExactlyOnce once,
            Clock clock) {
        this.allotments = allotments;
        this.sessions = sessions;
        this.tills = tills;
        this.sales = sales;
        this.scanning = scanning;
        this.writing = writing;
        this.catalogue = catalogue;
        this.once = once;
        this.clock = clock;
    }

    /**
     * A sale of a device.
     *
     * @param key minted by it
     * @param serials of the pieces
     * @param total centimes the buyer owed
     * @param given centimes the buyer gave, the change still in them
     */
    public record Delivery(UUID key, List<String> serials, long total, long given, Instant soldAt, Language language) {}

    /** @throws Refusal when the allotment is over, a piece is not in it, the price is another, or too little was given */
    public UUID deliver(UUID allotment, Delivery it, Poster by) {
        return once.take(() -> sales.byKey(it.key()).map(TillSale::id), () -> deliverOnce(allotment, it, by));
    }

    private UUID deliverOnce(UUID id, Delivery it, Poster by) {
        var allotment = allotments
                .devices()
                .lock(id)
                .filter(Allotted::open)
                .orElseThrow(() -> new Refusal("market.till.refusal.allotment-over"));
        var session = sessions.hold(allotment.till());
        var lines = new ArrayList<TillSale.Line>();
        boolean demonstration = false;
        for (var given : allotments.left(id)) {
            if (it.serials().contains(given.serial())) {
                lines.add(line(given, by));
                demonstration |= catalogue.find(given.product()).orElseThrow().demonstration();
            }
        }
        if (lines.isEmpty() || lines.size() < it.serials().size()) {
            throw new Refusal("market.till.refusal.not-allotted");
        }
        long total = lines.stream().mapToLong(line -> line.parts().price()).sum();
        if (total != it.total()) {
            throw new Refusal("market.till.refusal.price", total / 100.0);
        }
        return writing.write(
                new WritingTillSales.Sale(
                        it.key(),
                        session,
                        tills.find(allotment.till()).orElseThrow(),
                        lines,
                        Settlement.of(total, Paying.dirhams(it.given()), Optional.empty()),
                        it.language(),
                        allotment.device(),
                        notAfterNow(it.soldAt()),
                        demonstration),
                by);
    }

    private TillSale.Line line(PieceAllotments.Given it, Poster by) {
        var product = catalogue.find(it.product()).orElseThrow();
        return new TillSale.Line(
                Ids.next(),
                it.product(),
                it.piece(),
                scanning.stillHeld(it.piece(), it.hold(), by),
                it.serial(),
                product.maker(),
                product.title(),
                it.parts(),
                false);
    }

    /** A device whose clock runs ahead sold now. */
    private Instant notAfterNow(Instant soldAt) {
        return soldAt.isAfter(clock.instant()) ? clock.instant() : soldAt;
    }
}
