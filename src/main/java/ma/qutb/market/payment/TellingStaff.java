package ma.qutb.market.payment;

import java.util.List;
import java.util.Set;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Role;
import ma.qutb.kernel.Scope;
import ma.qutb.market.payment.Acquirer.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells who keeps the pole's money that a payment needs a look: once for each payment and kind of trouble. */
@Component
class TellingStaff {

    private static final Logger LOG = LoggerFactory.getLogger(TellingStaff.class);
    private static final Set<Role> WHO = Set.of(Role.DIRECTOR, Role.HALL_SELLER);

    private final Notifications notifications;

    TellingStaff(Notifications notifications) {
        this.notifications = notifications;
    }

    void told(Payment payment, Verdict verdict, int before) {
        if (verdict.worrying() && before == 0) {
            notifications.tell(
                    WHO,
                    Scope.EVERYWHERE,
                    "market.payment.told." + verdict.code(),
                    List.of(payment.orderNumber()),
                    "/app/payments/" + payment.id());
        }
    }

    /** Anybody can send what nobody knows: that goes to the log, unless it is signed. */
    void unknown(Verdict verdict, Told told) {
        LOG.warn("callback of a payment nobody knows: {}", verdict.code());
        if (verdict == Verdict.UNKNOWN && told.accepted()) {
            notifications.tell(
                    WHO, Scope.EVERYWHERE, "market.payment.told.unknown", List.of(told.number()), "/app/payments");
        }
    }
}
