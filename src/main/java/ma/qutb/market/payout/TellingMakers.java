package ma.qutb.market.payout;

import java.util.List;
import ma.qutb.identity.Notifications;
import ma.qutb.kernel.Language;
import ma.qutb.market.MakerEarned;
import ma.qutb.shell.Formats;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a maker who has a telephone with us that something of theirs was sold, and what they earned by it. */
@Component
class TellingMakers {

    private final Notifications notifications;

    TellingMakers(Notifications notifications) {
        this.notifications = notifications;
    }

    @EventListener
    void sold(MakerEarned event) {
        if (event.maker().person()) {
            notifications.tellPerson(
                    event.maker().value(),
                    "market.payout.told.sold",
                    List.of(event.pieces(), Formats.exact(Language.AR, event.amount(), 2)),
                    "/app/my/earnings");
        }
    }
}
