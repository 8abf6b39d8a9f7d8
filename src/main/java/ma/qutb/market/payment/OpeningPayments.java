package ma.qutb.market.payment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.Language;
import ma.qutb.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins payments and ends those that come to nothing. */
@Service
@Transactional
class OpeningPayments implements Payments {

    /** Without what is taken for another; thirty of them, so that six are enough. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ234679";

    private static final int TOLD_APART_BY = 6;

    private final PaymentTable payments;
    private final Messages messages;
    private final List<PaymentMethod> methods;
    private final List<Acquirer> acquirers;
    private final PaymentSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpeningPayments(
            PaymentTable payments,
            Messages messages,
            List<PaymentMethod> methods,
            List<Acquirer> acquirers,
            PaymentSettings settings,
            Clock clock) {
        this.payments = payments;
        this.messages = messages;
        this.methods = methods;
        this.acquirers = acquirers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<PaymentMethod> offered(PaymentMethod.Purchase purchase) {
        return methods.stream().filter(it -> it.offeredFor(purchase)).toList();
    }

    @Override
    public PaymentId begin(Payable order, String method) {
        var now = clock.instant();
        return switch (method) {
            case PaymentMethod.CARD ->
                payments.open(
                        order,
                        number(order),
                        method,
                        acquirers.stream()
                                .filter(Acquirer::ready)
                                .findFirst()
                                .map(Acquirer::code)
                                .orElseThrow(() -> new Refusal("market.payment.refusal.method")),
                        now.plus(Duration.ofMinutes(settings.cardMinutes())));
            case PaymentMethod.TRANSFER ->
                payments.open(
                        order, number(order), method, Payment.BANK, now.plus(Duration.ofDays(settings.transferDays())));
            default -> throw new Refusal("market.payment.refusal.method");
        };
    }

    @Override
    public String path(PaymentId payment, Language language) {
        return "/" + language.code() + "/payments/" + payment;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> of(UUID order) {
        return payments.ofOrder(order).stream()
                .map(it -> new Standing(
                        it.id(),
                        it.method(),
                        it.state(),
                        it.amount(),
                        it.settledAt() == null ? it.begunAt() : it.settledAt()))
                .toList();
    }

    @Override
    public void withdraw(UUID order) {
        for (var open : payments.ofOrder(order)) {
            // Read again under its lock: the bank may be saying yes at this moment.
            payments.lock(open.id().value()).filter(Payment::open).ifPresent(it -> {
                payments.state(it.id(), State.ABANDONED, "withdrawn");
                messages.add(it.id(), "withdrawn", "withdrawn", "", "", "", Map.of());
            });
        }
    }

    @Override
    public void refunded(PaymentId payment, String reason) {
        var paid = payments.lock(payment.value())
                .filter(it -> it.state() == State.PAID)
                .orElseThrow(() -> new Refusal("market.payment.refusal.not-paid"));
        payments.state(paid.id(), State.REFUNDED, reason);
        messages.add(paid.id(), "refund", "refunded", "", "", "", Map.of("reason", reason));
    }

    /** An acquirer wants a number it never saw; the buyer of another order must not guess it. */
    private String number(Payable order) {
        var end = new StringBuilder();
        for (int i = 0; i < TOLD_APART_BY; i++) {
            end.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return order.number() + "-" + end;
    }
}
