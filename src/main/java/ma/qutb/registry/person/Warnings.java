package ma.qutb.registry.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ma.qutb.registry.person.PersonPage.Consent;
import ma.qutb.registry.person.PersonPage.CraftWork;
import ma.qutb.registry.person.PersonPage.Warning;
import org.jspecify.annotations.Nullable;

/** What a clerk who has this person in front of them should ask about. */
final class Warnings {

    private static final int DAYS_BEFORE_EXPIRY = 60;

    private Warnings() {}

    static List<Warning> about(Person person, @Nullable CraftWork work, List<Consent> consents, LocalDate today) {
        var warnings = new ArrayList<Warning>();
        if (work != null) {
            card(work, today, warnings);
            category(work, warnings);
            if (work.details().registration().status() == RegisterStatus.NOT_YET) {
                warnings.add(new Warning("info", "registry.person.warning.not-registered"));
            }
            var proved = work.details().cover().provedOn();
            if (proved != null && proved.isBefore(today.minusYears(1))) {
                warnings.add(new Warning("warn", "registry.person.warning.cover-old", proved));
            }
        }
        if (person.identity() == null) {
            warnings.add(new Warning("warn", "registry.person.warning.no-identity"));
        }
        if (person.contact().phone() == null) {
            warnings.add(new Warning("info", "registry.person.warning.no-phone"));
        }
        if (consents.stream()
                .noneMatch(it -> it.holds() && it.given() && it.purpose().equals("processing"))) {
            warnings.add(new Warning("warn", "registry.person.warning.no-consent"));
        }
        return warnings;
    }

    private static void card(CraftWork work, LocalDate today, List<Warning> warnings) {
        var expires = work.details().registration().cardExpiresOn();
        if (expires == null) {
            return;
        }
        if (expires.isBefore(today)) {
            warnings.add(new Warning("bad", "registry.person.warning.card-expired", expires));
        } else if (expires.isBefore(today.plusDays(DAYS_BEFORE_EXPIRY))) {
            warnings.add(new Warning("warn", "registry.person.warning.card-expires", expires));
        }
    }

    private static void category(CraftWork work, List<Warning> warnings) {
        var now = work.details().category();
        if (now == Category.ARTISAN && work.openTo().contains(Category.MAALEM)) {
            warnings.add(new Warning("info", "registry.person.warning.may-be-maalem"));
        } else if (!work.openTo().contains(now)) {
            warnings.add(new Warning(
                    "warn",
                    now == Category.MAALEM
                            ? "registry.person.warning.too-early-for-maalem"
                            : "registry.person.warning.too-early-for-artisan"));
        }
    }
}
