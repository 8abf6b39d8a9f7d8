package ma.qutb.materials.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ma.qutb.kernel.DateReading;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.materials.Material;
import ma.qutb.materials.Typed;
import ma.qutb.materials.UnitPrice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a list of quotes, a day and a price in each line; all of them or none. */
@Service
@Transactional
public class ImportingQuotes {

    private static final Pattern SEPARATOR = Pattern.compile("[;\\t]|,(?=\\s*[0-9]+\\.[0-9])");
    private static final int PRICE_DECIMALS = 5;
    private static final int MOST = 2_000;

    private final SettingPrices setting;

    ImportingQuotes(SettingPrices setting) {
        this.setting = setting;
    }

    /**
     * A line that cannot be taken.
     *
     * @param line counted from 1
     */
    public record Problem(int line, String text, Refusal why) {}

    /** How many were taken, or why none was. */
    public record Outcome(int taken, List<Problem> problems) {}

    private record Row(java.time.LocalDate day, UnitPrice price) {}

    /** @throws Refusal when a price is of a day to come, or is far from the one before */
    Outcome take(Material material, String text, Poster by) {
        var problems = new ArrayList<Problem>();
        var rows = new ArrayList<Row>();
        int number = 0;
        for (var line : text.lines().limit(MOST).toList()) {
            number++;
            // A heading says no day.
            boolean heading = number == 1 && line.chars().noneMatch(Character::isDigit);
            if (line.isBlank() || heading) {
                continue;
            }
            try {
                rows.add(row(line, material));
            } catch (Refusal refusal) {
                problems.add(new Problem(number, line.strip(), refusal));
            }
        }
        if (!problems.isEmpty()) {
            return new Outcome(0, problems);
        }
        rows.stream()
                .sorted(java.util.Comparator.comparing(Row::day))
                .forEach(it -> setting.quote(material, it.day(), it.price(), "imported", "", by));
        return new Outcome(rows.size(), List.of());
    }

    private static Row row(String line, Material material) {
        var cells = SEPARATOR.split(line.strip(), 2);
        if (cells.length != 2) {
            throw new Refusal("materials.price.refusal.row");
        }
        var price = Typed.parts(cells[1].strip(), PRICE_DECIMALS)
                .orElseThrow(() -> new Refusal("materials.price.refusal.number"));
        return new Row(
                DateReading.parse(cells[0].strip()),
                UnitPrice.perUnit(BigDecimal.valueOf(price, PRICE_DECIMALS), material.decimals()));
    }
}
