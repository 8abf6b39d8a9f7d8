package ma.qutb.registry.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.qutb.kernel.Scope;
import ma.qutb.registry.naming.Folding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds by what is typed from a card: phone as far as typed, register number as far as typed, CIN only as a whole. */
@Component
class FindingByNumber {

    private static final Pattern CIN = Pattern.compile("[A-Z]{1,2}\\d{3,8}");
    private static final int FEWEST_DIGITS = 4;
    private static final String END = "\uffff";

    private final JdbcClient jdbc;
    private final ObjectProvider<IdentityKey> identityKey;

    FindingByNumber(JdbcClient jdbc, ObjectProvider<IdentityKey> identityKey) {
        this.jdbc = jdbc;
        this.identityKey = identityKey;
    }

    List<Found> find(SearchQuery query, Scope scope) {
        var typed = plain(query.typed());
        var found = new ArrayList<Found>();
        long digitsTyped = typed.chars().filter(Character::isDigit).count();
        if (digitsTyped == 0) {
            return found;
        }
        if (CIN.matcher(typed).matches()) {
            var key = identityKey.getIfAvailable();
            if (key != null) {
                key.of(typed).ifPresent(hash -> found.addAll(matching("identity = :from", hash, "", query, scope)));
            }
        }
        var end = digitsTyped < 3 ? typed : typed + END;
        for (var number : new String[] {"number", "register_number"}) {
            found.addAll(matching(number + " collate \"C\" between :from and :to", typed, end, query, scope));
        }
        var digits = typed.replaceAll("\\D", "");
        if (digits.length() >= FEWEST_DIGITS && typed.length() - digits.length() <= 1) {
            var phone = international(query.typed(), digits);
            found.addAll(matching("phone collate \"C\" between :from and :to", phone, phone + END, query, scope));
        }
        return found;
    }

    /** Capital letters and digits only, whatever separates them and whichever script the digits are of. */
    static String plain(String number) {
        return Folding.fold(number).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** 0661…, 661…, 00212661…, +212661… are one beginning. */
    private static String international(String typed, String digits) {
        if (typed.strip().startsWith("+")) {
            return "+" + digits;
        }
        if (digits.startsWith("00")) {
            return "+" + digits.substring(2);
        }
        return "+212" + (digits.startsWith("0") ? digits.substring(1) : digits);
    }

    private List<Found> matching(String condition, String from, String to, SearchQuery query, Scope scope) {
        var kinds = query.kinds().stream().map(Enum::name).toArray(String[]::new);
        return jdbc
                .sql("""
                        select * from registry.search_entry
                        where %s and merged_into is null
                          and (cast(:scope as text[]) is null or territories && cast(:scope as text[]))
                          and (:all or kind = any (cast(:kinds as text[])))
                        limit :limit""".formatted(condition))
                .param("from", from)
                .param("to", to)
                .param("scope", EntryRow.territories(scope))
                .param("all", kinds.length == 0)
                .param("kinds", kinds)
                .param("limit", query.limit())
                .query(EntryRow::read)
                .list()
                .stream()
                .map(entry -> new Found(entry, 1))
                .toList();
    }
}
