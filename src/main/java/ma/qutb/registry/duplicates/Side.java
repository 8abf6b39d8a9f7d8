package ma.qutb.registry.duplicates;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.qutb.kernel.PhoneNumber;
import ma.qutb.registry.LocalName;
import org.jspecify.annotations.Nullable;

/** One of two records, as it stands in the comparison. */
public record Side(
        UUID id,
        long number,
        LocalName name,
        @Nullable String father,
        @Nullable String sex,
        @Nullable LocalDate birth,
        boolean yearOnly,
        @Nullable String identity,
        @Nullable String phone,
        @Nullable LocalName place,
        @Nullable String landmark,
        List<LocalName> crafts,
        @Nullable String registerNumber,
        LocalDate registered,
        boolean demonstration,
        @Nullable UUID mergedInto) {

    /** The rows of the comparison, by the last part of their message key; null where nothing is known. */
    public Map<String, @Nullable Object> rows() {
        var rows = new LinkedHashMap<String, @Nullable Object>();
        rows.put("name-ar", blank(name.arabic()));
        rows.put("name-latin", blank(name.french()));
        rows.put("father", father);
        rows.put("sex", sex);
        rows.put("birth", birth == null || !yearOnly ? birth : Integer.valueOf(birth.getYear()));
        rows.put("identity", identity);
        rows.put("phone", phone == null ? null : new PhoneNumber(phone).spaced());
        rows.put("place", place);
        rows.put("landmark", landmark);
        rows.put("crafts", crafts.isEmpty() ? null : crafts);
        rows.put("register-number", registerNumber);
        rows.put("number", shownNumber());
        rows.put("registered", registered);
        return rows;
    }

    /** The pole's number as pages print it. */
    public String shownNumber() {
        return "%06d".formatted(number);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
