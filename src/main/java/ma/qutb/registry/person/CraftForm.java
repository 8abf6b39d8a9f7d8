package ma.qutb.registry.person;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the form about somebody's craft, as typed: crafts and the years beside them, row by row. */
public record CraftForm(
        Boolean practises,
        Long craftVersion,
        List<String> crafts,
        List<String> craftSince,
        String category,
        String practisingSince,
        String registerStatus,
        String registerNumber,
        String registeredOn,
        String proof,
        String cardNumber,
        String cardExpiresOn,
        String workplace,
        String workplaceNote,
        String healthCover,
        String cnssNumber,
        String coverProvedOn) {

    /** Rows offered; two free ones beside what is known. */
    static final int ROWS = 3;

    public CraftForm {
        // A field that was not sent, such as a box left empty, arrives as null.
        practises = practises != null && practises;
        craftVersion = craftVersion == null ? 0L : craftVersion;
        crafts = crafts == null ? List.of() : List.copyOf(crafts);
        craftSince = craftSince == null ? List.of() : List.copyOf(craftSince);
        category = text(category);
        practisingSince = text(practisingSince);
        registerStatus = text(registerStatus);
        registerNumber = text(registerNumber);
        registeredOn = text(registeredOn);
        proof = text(proof);
        cardNumber = text(cardNumber);
        cardExpiresOn = text(cardExpiresOn);
        workplace = text(workplace);
        workplaceNote = text(workplaceNote);
        healthCover = text(healthCover);
        cnssNumber = text(cnssNumber);
        coverProvedOn = text(coverProvedOn);
    }

    private static String text(@Nullable Object typed) {
        return typed == null ? "" : typed instanceof Enum<?> value ? value.name() : typed.toString();
    }

    static CraftForm empty() {
        return new CraftForm(
                false, 0L, List.of(), List.of(), "ARTISAN", "", "NOT_YET", "", "", "", "", "", "", "", "UNKNOWN", "",
                "");
    }

    static CraftForm of(long version, ArtisanDetails it) {
        return new CraftForm(
                true,
                version,
                it.crafts().stream().map(craft -> craft.craft().value()).toList(),
                it.crafts().stream().map(craft -> text(craft.since())).toList(),
                it.category().name(),
                text(it.practisingSince()),
                it.registration().status().name(),
                text(it.registration().number()),
                text(it.registration().on()),
                text(it.registration().proof()),
                text(it.registration().cardNumber()),
                text(it.registration().cardExpiresOn()),
                text(it.workplace()),
                it.workplaceNote(),
                it.cover().health().name(),
                text(it.cover().cnssNumber()),
                text(it.cover().provedOn()));
    }

    CraftForm against(long standing) {
        return new CraftForm(
                practises,
                standing,
                crafts,
                craftSince,
                category,
                practisingSince,
                registerStatus,
                registerNumber,
                registeredOn,
                proof,
                cardNumber,
                cardExpiresOn,
                workplace,
                workplaceNote,
                healthCover,
                cnssNumber,
                coverProvedOn);
    }

    /** How many rows the form shows: what was typed and one more. */
    public int rows() {
        int filled = (int) crafts.stream().filter(it -> !it.isBlank()).count();
        return Math.min(Math.max(ROWS, filled + 1), 6);
    }

    public String craft(int row) {
        return row < crafts.size() ? crafts.get(row) : "";
    }

    public String since(int row) {
        return row < craftSince.size() ? craftSince.get(row) : "";
    }

    /** Field by field, for laying two forms side by side. */
    java.util.Map<String, String> values() {
        var values = new java.util.LinkedHashMap<String, String>();
        var rows = new ArrayList<String>();
        for (int i = 0; i < crafts.size(); i++) {
            if (!craft(i).isBlank()) {
                rows.add((craft(i) + " " + since(i)).strip());
            }
        }
        values.put("crafts", String.join(", ", rows));
        values.put("category", category);
        values.put("practisingSince", practisingSince);
        values.put("registerStatus", registerStatus);
        values.put("registerNumber", registerNumber);
        values.put("registeredOn", registeredOn);
        values.put("proof", proof);
        values.put("cardNumber", cardNumber);
        values.put("cardExpiresOn", cardExpiresOn);
        values.put("workplace", workplace);
        values.put("workplaceNote", workplaceNote);
        values.put("healthCover", healthCover);
        values.put("cnssNumber", cnssNumber);
        values.put("coverProvedOn", coverProvedOn);
        return values;
    }
}
