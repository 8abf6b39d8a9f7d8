package ma.qutb.spaces.premises;

import java.util.List;
import java.util.UUID;

/** A premises as its page shows it. */
public record PremisesPage(Premises it, List<UUID> photos, List<Assessment> assessments) {

    public PremisesPage {
        photos = List.copyOf(photos);
        assessments = List.copyOf(assessments);
    }
}
