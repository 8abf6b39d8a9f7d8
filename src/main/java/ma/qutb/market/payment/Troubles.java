package ma.qutb.market.payment;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was heard when it could not be acted on, in a transaction of its own, and tells staff. */
@Service
class Troubles {

    private final PaymentTable payments;
    private final Messages messages;
    private final TellingStaff staff;

    Troubles(PaymentTable payments, Messages messages, TellingStaff staff) {
        this.payments = payments;
        this.messages = messages;
        this.staff = staff;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(Acquirer acquirer, Map<String, String> fields, String origin) {
        var payment = payments.lock(acquirer.read(fields).number(), acquirer.code());
        payment.ifPresent(
                it -> staff.told(it, Verdict.FAULT, messages.count(it.id(), "callback", Verdict.FAULT.code())));
        messages.add(
                payment.map(Payment::id).orElse(null),
                "callback",
                Verdict.FAULT.code(),
                acquirer.words(Verdict.FAULT.answer()),
                origin,
                "",
                fields);
    }
}
