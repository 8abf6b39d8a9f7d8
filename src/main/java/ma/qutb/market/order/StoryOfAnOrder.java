package ma.qutb.market.order;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import ma.qutb.ledger.Poster;
import ma.qutb.market.delivery.Deliveries;
import ma.qutb.market.payment.PaymentMethod;
import org.springframework.stereotype.Component;

/**
 * One made-up order from the cart to the bank, or wherever it ended, told by what buyers and the hall call. Of ten, three are fetched at the
 * pole and the others go against cash; a fifth of what is sent finds no taker, as the ministry says of parcels.
 */
@Component
public class StoryOfAnOrder {

    private static final Poster HALL = new Poster("00000000-0000-7000-8000-00000000d003", "مريم ع. (للعرض)");
    private static final List<String> NAMES =
            List.of("فاطمة", "خديجة", "محمد", "سعيد", "Nadia", "Youssef", "Claire", "Lahcen");
    private static final List<String> TOWNS =
            List.of("كلميم", "أكادير", "الدار البيضاء", "الرباط", "مراكش", "العيون", "طنجة");
    private static final int DAY = 24;
    private static final int LOST = 47;
    private static final int REGRETTED = 95;

    private final PlacingOrders placing;
    private final KeepingOrders keeping;
    private final SendingOrders sending;
    private final TakingBack taking;
    private final CarriersCash cash;
    private final OrderTable orders;
    private final Deliveries deliveries;
    private final ReadingBaskets baskets;

    StoryOfAnOrder(
            PlacingOrders placing,
            KeepingOrders keeping,
            SendingOrders sending,
            TakingBack taking,
            CarriersCash cash,
            OrderTable orders,
            Deliveries deliveries,
            ReadingBaskets baskets) {
        this.placing = placing;
        this.keeping = keeping;
        this.sending = sending;
        this.taking = taking;
        this.cash = cash;
        this.orders = orders;
        this.deliveries = deliveries;
        this.baskets = baskets;
    }

    /**
     * Places it now, and says what happens later.
     *
     * @param later takes an act and how long after the one that is being told it happens
     */
    public void tell(Cart cart, RandomGenerator random, BiConsumer<Duration, Runnable> later) {
        int chance = random.nextInt(100);
        var order = place(cart, chance, random);
        after(5, random, later, () -> {
            keeping.confirm(order, "", HALL);
            after(DAY, random, later, () -> {
                keeping.ready(order, HALL);
                after(9, random, later, () -> leave(order, chance, random, later));
            });
        });
    }

    private static void after(int hours, RandomGenerator random, BiConsumer<Duration, Runnable> later, Runnable act) {
        later.accept(Duration.ofMinutes(hours * 60L + random.nextInt(60)), act);
    }

    private UUID place(Cart cart, int chance, RandomGenerator random) {
        var basket = baskets.read(cart);
        var ways = deliveries.ways("MA", basket.weight());
        boolean sent = chance % 10 >= 3
                && !ways.isEmpty()
                && basket.goods() + ways.getFirst().fee() <= deliveries.terms().cashCap();
        var buyer = new Buyer(
                NAMES.get(random.nextInt(NAMES.size())) + " (للعرض)",
                "+2126" + "%08d".formatted(random.nextInt(100_000_000)),
                "",
                !sent,
                "MA",
                sent ? TOWNS.get(random.nextInt(TOWNS.size())) : "",
                "",
                sent ? "قرب المسجد" : "",
                "",
                "");
        var chosen = sent
                ? new Chosen(ways.getFirst(), PaymentMethod.CASH_ON_DELIVERY)
                : new Chosen(null, PaymentMethod.AT_THE_POLE);
        return placing.place(Ids.next(), cart, buyer, chosen, Language.AR).id();
    }

    private void leave(UUID order, int chance, RandomGenerator random, BiConsumer<Duration, Runnable> later) {
        if (orders.find(order).orElseThrow().buyer().pickUp()) {
            sending.handOver(order, SendingOrders.PaidAtThePole.CASH, HALL);
            regret(order, chance, random, later);
            return;
        }
        sending.send(order, "EE" + (100_000_000 + random.nextInt(899_999_999)) + "MA", HALL);
        if (chance % 5 == 4) {
            after(6 * DAY, random, later, () -> sending.refused(order, "لم يجب على الهاتف", HALL));
        } else if (chance == LOST) {
            after(12 * DAY, random, later, () -> sending.lost(order, "لم يصل الطرد إلى وجهته", HALL));
        } else {
            after(3 * DAY, random, later, () -> {
                sending.deliver(order, HALL);
                after(10 * DAY, random, later, () -> remit(order, random, later));
                regret(order, chance, random, later);
            });
        }
    }

    private void remit(UUID order, RandomGenerator random, BiConsumer<Duration, Runnable> later) {
        var it = orders.find(order).orElseThrow();
        var carrier = it.carrier();
        if (carrier != null && it.carrierOwes() > 0) {
            var list = cash.list(Ids.next(), carrier, "L" + it.number(), List.of(order), it.delivery(), HALL);
            after(3 * DAY, random, later, () -> cash.reconcile(list, HALL));
        }
    }

    private void regret(UUID order, int chance, RandomGenerator random, BiConsumer<Duration, Runnable> later) {
        if (chance < REGRETTED) {
            return;
        }
        after(2 * DAY, random, later, () -> {
            var lines = Set.of(orders.lines(order).getFirst().id());
            var back = taking.ask(Ids.next(), order, lines, false, "", HALL);
            after(4 * DAY, random, later, () -> {
                taking.receive(order, back, HALL);
                after(DAY, random, later, () -> taking.refund(order, back, TakingBack.GivenBack.BANK, HALL));
            });
        });
    }
}
