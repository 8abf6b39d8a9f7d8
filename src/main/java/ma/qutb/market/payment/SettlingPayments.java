package ma.qutb.market.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.Ledger;
import ma.qutb.ledger.Poster;
import ma.qutb.ledger.Source;
import ma.qutb.market.earning.MarketAccounts;
import ma.qutb.market.payment.Acquirer.Answer;
import ma.qutb.market.payment.Acquirer.Told;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an acquirer says is believed when its signature holds, and acted on once: payment, order, ledger and what was heard are written
 * together or not at all, so that whoever was interrupted is simply told again.
 */
@Service
@Transactional
class SettlingPayments {

    private final PaymentTable payments;
    private final Messages messages;
    private final TellingStaff staff;
    private final Payables payables;
    private final MarketAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    SettlingPayments(
            PaymentTable payments,
            Messages messages,
            TellingStaff staff,
            Payables payables,
            MarketAccounts accounts,
            Ledger ledger,
            Clock clock) {
        this.payments = payments;
        this.messages = messages;
        this.staff = staff;
        this.payables = payables;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Hears a callback.
     *
     * @param origin the address it came from
     */
    Answer hear(Acquirer acquirer, Map<String, String> fields, String origin) {
        var told = acquirer.read(fields);
        var payment = payments.lock(told.number(), acquirer.code()).orElse(null);
        if (payment == null) {
            var verdict = told.genuine() ? Verdict.UNKNOWN : Verdict.FORGED;
            messages.add(null, "callback", verdict.code(), acquirer.words(verdict.answer()), origin, "", fields);
            staff.unknown(verdict, told);
            return verdict.answer();
        }
        var verdict = judge(payment, told);
        staff.told(payment, verdict, messages.count(payment.id(), "callback", verdict.code()));
        messages.add(payment.id(), "callback", verdict.code(), acquirer.words(verdict.answer()), origin, "", fields);
        switch (verdict) {
            case PAID, LATE -> take(payment, told.reference(), Poster.job("market.payment"));
            case REFUSED -> {
                if (payment.open()) {
                    payments.state(payment.id(), Payments.State.REFUSED, told.reason());
                }
            }
            default -> {}
        }
        return verdict.answer();
    }

    private Verdict judge(Payment payment, Told told) {
        if (!told.genuine()) {
            return Verdict.FORGED;
        }
        if (!told.accepted()) {
            return Verdict.REFUSED;
        }
        if (!told.dirhams() || told.amount().isEmpty() || told.amount().getAsLong() != payment.amount()) {
            return Verdict.AMOUNT;
        }
        if (told.reference().isBlank()) {
            return Verdict.UNREADABLE;
        }
        if (payment.reference().isPresent()) {
            boolean same = payment.reference().get().equals(told.reference());
            return !same ? Verdict.TWICE : payment.state() == Payments.State.PAID ? Verdict.REPEATED : Verdict.CLOSED;
        }
        return stillOwed(payment) ? payment.open() ? Verdict.PAID : Verdict.LATE : Verdict.CLOSED;
    }

    /** The order wants exactly this much now; one that is cancelled or paid otherwise wants nothing. */
    private boolean stillOwed(Payment payment) {
        return payables.find(payment.orderNumber())
                .filter(it -> it.order().equals(payment.order()) && it.amount() == payment.amount())
                .isPresent();
    }

    /** The money is the pole's bank's or acquirer's to give us, and owed to the buyer until they have what they bought. */
    void take(Payment payment, String reference, Poster by) {
        var holder = payment.card() ? accounts.acquirer(payment.acquirer()) : accounts.bank();
        payments.paid(payment.id(), reference);
        var others = payables.paid(payment);
        var owed = others.isPresent()
                ? accounts.others(others.get().book())
                : accounts.buyer(payment.order(), payment.orderNumber());
        var ours = Draft.of(accounts.book(), payment.id().value(), "market-prepaid", LocalDate.now(clock))
                .because(payment.number())
                .from(new Source("market-payment", payment.id().value()))
                .debit(holder, payment.amount())
                .credit(owed, payment.amount());
        ledger.postTogether(Stream.concat(Stream.of(ours), others.stream()).toList(), by);
    }
}
