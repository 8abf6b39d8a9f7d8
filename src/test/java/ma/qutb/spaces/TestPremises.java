package ma.qutb.spaces;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ma.qutb.registry.TerritoryCode;
import ma.qutb.spaces.premises.Details;
import ma.qutb.spaces.premises.PremisesId;
import ma.qutb.spaces.premises.RecordingPremises;
import ma.qutb.spaces.premises.Spot;

/** Premises as a field worker sees them, for tests. */
public final class TestPremises {

    public static final RecordingPremises.By HER = new RecordingPremises.By(UUID.randomUUID(), "حسناء");

    public static final Map<String, String> BEST = Map.of(
            "structure",
            "good",
            "power",
            "yes",
            "water",
            "yes",
            "road",
            "paved",
            "ownership",
            "clear",
            "women",
            "many");

    private TestPremises() {}

    public static Details details(String name, String kind, int area) {
        return new Details(
                name,
                new TerritoryCode("CR-ASR"),
                "",
                kind,
                "commune",
                "",
                Optional.of(area),
                "good",
                Set.of(),
                Spot.of("", "قرب البئر"),
                "");
    }

    public static RecordingPremises.Seen seen(PremisesId id, Instant at) {
        return new RecordingPremises.Seen(id, details("نادي النساء", "womens_club", 4800), BEST, at, true, false);
    }
}
