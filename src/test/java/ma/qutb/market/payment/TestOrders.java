package ma.qutb.market.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Language;
import org.springframework.context.annotation.Primary;

/** Orders that can be placed and cancelled, and remember what they were told. */
@Primary
class TestOrders implements PayableOrders {

    private static final AtomicInteger LAST = new AtomicInteger((int) (System.nanoTime() % 100_000) * 100);

    private final Map<String, Payable> open = new ConcurrentHashMap<>();
    final Map<UUID, List<String>> told = new ConcurrentHashMap<>();
    final Map<UUID, Instant> keptUntil = new ConcurrentHashMap<>();
    volatile boolean broken;

    Payable place(long amount) {
        var id = Ids.next();
        var number = "T-" + LAST.incrementAndGet();
        var order = new Payable(
                id,
                number,
                amount,
                Language.FR,
                "زينب | x",
                "+212600000001",
                Optional.of("a@b.ma"),
                "/fr/orders/" + number,
                false);
        open.put(number, order);
        return order;
    }

    void cancel(Payable order) {
        open.remove(order.number());
    }

    List<String> told(Payable order) {
        return told.getOrDefault(order.order(), List.of());
    }

    @Override
    public Optional<Payable> find(String number) {
        return Optional.ofNullable(open.get(number));
    }

    @Override
    public void paying(UUID order, Instant until) {
        keptUntil.put(order, until);
    }

    @Override
    public void paid(UUID order, PaymentId payment, long amount) {
        if (broken) {
            // As if the machine were switched off here: nothing of the transaction is kept.
            throw new IllegalStateException("the power went");
        }
        told.computeIfAbsent(order, _ -> new ArrayList<>()).add("paid");
        open.values().removeIf(it -> it.order().equals(order));
    }

    @Override
    public void failed(UUID order, PaymentId payment, String reason) {
        told.computeIfAbsent(order, _ -> new ArrayList<>()).add(reason);
    }
}
