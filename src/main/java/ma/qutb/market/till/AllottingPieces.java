package ma.qutb.market.till;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.Catalogue;
import ma.qutb.market.Stock;
import ma.qutb.shell.offline.Allotted;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a device pieces to sell without network, and puts back what it did not sell. */
@Service
@Transactional
public class AllottingPieces {

    /** A device that stays away for longer has sold nothing any more: what it held is free again. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final PieceAllotments allotments;
    private final HallSessionTable sessions;
    private final TillCarts carts;
    private final Catalogue catalogue;
    private final Stock stock;
    private final Clock clock;

    AllottingPieces(
            PieceAllotments allotments,
            HallSessionTable sessions,
            TillCarts carts,
            Catalogue catalogue,
            Stock stock,
            Clock clock) {
        this.allotments = allotments;
        this.sessions = sessions;
        this.carts = carts;
        this.catalogue = catalogue;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * Gives the pieces of a cart to a device, at today's prices: the hold they are under becomes the device's.
     *
     * @param device minted by the device itself
     * @throws Refusal when the device has some, the till is closed, the cart is empty, or somebody else took a piece meanwhile
     */
    public UUID allot(UUID device, String name, HallTill till, UUID cart, Poster by) {
        sessions.hold(till.id());
        var items = carts.read(cart, till.id()).items();
        if (items.isEmpty()) {
            throw new Refusal("market.till.refusal.nothing-to-allot");
        }
        var now = clock.instant();
        var it = new Allotted(Ids.next(), device, name, till.place(), till.id(), now, by.name(), true);
        allotments.devices().open(it, by.id(), "market.till.refusal.has-some");
        for (var item : items) {
            stock.extend(item.hold(), now.plus(LONGEST));
            allotments.give(
                    it.id(),
                    item.piece(),
                    item.hold(),
                    catalogue.find(item.product()).orElseThrow().price());
        }
        carts.empty(cart);
        return it.id();
    }

    /** Puts back what is left; the device says that it has sent all it sold. */
    public void giveBack(UUID allotment, Poster by) {
        var devices = allotments.devices();
        if (devices.lock(allotment).filter(Allotted::open).isEmpty()) {
            throw new Refusal("market.till.refusal.allotment-over");
        }
        allotments.left(allotment).forEach(it -> stock.giveBack(it.hold(), "till", by));
        devices.close(allotment, clock.instant(), by.id(), by.name());
    }
}
