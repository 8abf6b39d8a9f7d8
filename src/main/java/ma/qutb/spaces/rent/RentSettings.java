package ma.qutb.spaces.rent;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When rents are due and tenants reminded.
 *
 * @param dueDay of each month
 * @param reminderDays after the first day something was due, in order
 */
@ConfigurationProperties("qutb.spaces.rent")
record RentSettings(
        @DefaultValue("5") int dueDay,
        @DefaultValue({"5", "20", "45"}) List<Integer> reminderDays) {

    RentSettings {
        reminderDays = reminderDays.stream().sorted().toList();
    }
}
