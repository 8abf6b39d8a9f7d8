package ma.qutb.market.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way to the acquirer's page and back. Coming back changes nothing: only the acquirer's own word does. */
@Service
@Transactional
class LeadingToAcquirers {

    /** Nobody keeps pieces for ever by opening the page again and again. */
    private static final int MOST_TIMES = 4;

    private static final int MOST_RETURNS = 20;

    private final PaymentTable payments;
    private final Messages messages;
    private final Payables payables;
    private final List<Acquirer> acquirers;
    private final PaymentSettings settings;
    private final String publicAddress;
    private final Clock clock;

    LeadingToAcquirers(
            PaymentTable payments,
            Messages messages,
            Payables payables,
            List<Acquirer> acquirers,
            PaymentSettings settings,
            @Value("${qutb.public-address}") String publicAddress,
            Clock clock) {
        this.payments = payments;
        this.messages = messages;
        this.payables = payables;
        this.acquirers = acquirers;
        this.settings = settings;
        this.publicAddress = publicAddress;
        this.clock = clock;
    }

    /** The form that leads there, with the pieces kept meanwhile; empty where nothing is to be paid any more. */
    Optional<Acquirer.Form> form(UUID id) {
        var payment = payments.lock(id).filter(it -> it.open() && it.card()).orElse(null);
        if (payment == null) {
            return Optional.empty();
        }
        return payables.find(payment.orderNumber())
                .filter(it -> it.amount() == payment.amount())
                .flatMap(order -> acquirers.stream()
                        .filter(it -> it.ready() && it.code().equals(payment.acquirer()))
                        .findFirst()
                        .map(it -> leadTo(it, payment, order)));
    }

    private Acquirer.Form leadTo(Acquirer acquirer, Payment payment, Payable order) {
        var until = keptUntil(payment);
        payments.expiresAt(payment.id(), until);
        payables.paying(payment, until);
        messages.add(payment.id(), "shown", "shown", "", "", "", Map.of());
        var page = publicAddress + "/" + payment.language().code() + "/payments/" + payment.id();
        return acquirer.form(new Acquirer.Asking(
                payment.number(),
                payment.amount(),
                payment.language(),
                order.name(),
                order.phone(),
                order.email().orElse(""),
                URI.create(page + "/back/ok"),
                URI.create(page + "/back/fail"),
                URI.create(publicAddress + "/payments/" + acquirer.code() + "/callback"),
                URI.create(page)));
    }

    private Instant keptUntil(Payment payment) {
        var open = Duration.ofMinutes(settings.cardMinutes());
        var last = payment.begunAt().plus(open.multipliedBy(MOST_TIMES));
        var until = clock.instant().plus(open);
        return until.isBefore(last) ? until : last;
    }

    /** The browser came back, whatever it says. */
    void cameBack(UUID id, String how) {
        payments.find(id)
                .filter(it -> messages.count(it.id(), "returned", how) < MOST_RETURNS)
                .ifPresent(it -> messages.add(it.id(), "returned", how, "", "", "", Map.of()));
    }
}
