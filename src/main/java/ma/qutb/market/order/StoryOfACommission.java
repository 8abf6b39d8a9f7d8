package ma.qutb.market.order;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Poster;
import ma.qutb.market.commission.MakingToOrder;
import ma.qutb.market.payment.PaymentMethod;
import ma.qutb.market.stock.KeepingPieces;
import ma.qutb.market.stock.PiecePlaces;
import org.springframework.stereotype.Component;

/** One made-up order of something that is made for it: deposit at the hall, photos on the way, inspection, the rest when it is fetched. */
@Component
public class StoryOfACommission {

    private static final Poster HALL = new Poster("00000000-0000-7000-8000-00000000d003", "مريم ع. (للعرض)");
    private static final int HOUR = 1;
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final int LEAD = 18;

    private final PlacingOrders placing;
    private final KeepingOrders keeping;
    private final TakingDeposits deposits;
    private final SendingOrders sending;
    private final MakingToOrder making;
    private final KeepingPieces pieces;
    private final PiecePlaces places;
    private final Clock clock;

    StoryOfACommission(
            PlacingOrders placing,
            KeepingOrders keeping,
            TakingDeposits deposits,
            SendingOrders sending,
            MakingToOrder making,
            KeepingPieces pieces,
            PiecePlaces places,
            Clock clock) {
        this.placing = placing;
        this.keeping = keeping;
        this.deposits = deposits;
        this.sending = sending;
        this.making = making;
        this.pieces = pieces;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Places it now, and says what happens later.
     *
     * @param later takes an act and how long after the one that is being told it happens
     */
    public void tell(Cart cart, BiConsumer<Duration, Runnable> later) {
        var buyer = new Buyer("Claire M. (démonstration)", "+212661000777", "", true, "MA", "", "", "", "", "");
        var order = placing.place(Ids.next(), cart, buyer, new Chosen(null, PaymentMethod.AT_THE_POLE), Language.FR)
                .id();
        after(HOUR, later, () -> {
            deposits.take(order, SendingOrders.PaidAtThePole.CASH, HALL);
            after(DAY, later, () -> accept(order, later));
        });
    }

    private void accept(UUID order, BiConsumer<Duration, Runnable> later) {
        var line = making.of(order).getFirst().line();
        making.accept(line, LocalDate.now(clock).plusDays(LEAD), HALL);
        after(2 * DAY, later, () -> making.show(line, "img/t_machine.webp", HALL));
        after(WEEK, later, () -> {
            making.show(line, "img/t_training.webp", HALL);
            after(WEEK, later, () -> bring(order, line, later));
        });
    }

    private void bring(UUID order, UUID line, BiConsumer<Duration, Runnable> later) {
        var piece = making.ready(line, HALL);
        after(DAY, later, () -> {
            pieces.receive(piece, places.called(PiecePlaces.HALL), HALL);
            pieces.passInspection(piece, "", HALL);
            pieces.putOnSale(piece, HALL);
            keeping.ready(order, HALL);
            after(2 * DAY, later, () -> sending.handOver(order, SendingOrders.PaidAtThePole.CASH, HALL));
        });
    }

    private static void after(int hours, BiConsumer<Duration, Runnable> later, Runnable act) {
        later.accept(Duration.ofHours(hours), act);
    }
}
