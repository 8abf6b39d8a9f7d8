package ma.qutb.market.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import ma.qutb.shell.Formats;

/**
 * A line of a payout, or one that waits for it.
 *
 * @param number the order's
 * @param back a piece that came back: its amount is below zero
 * @param amount centimes
 * @param fund what of the same sale went to the solidarity fund, in centimes
 */
public record PayoutLine(String number, boolean back, LocalDate on, long amount, long fund) {

    static PayoutLine read(ResultSet row, int number) throws SQLException {
        return new PayoutLine(
                row.getString("number"),
                row.getString("kind").equals("return"),
                row.getObject("at", OffsetDateTime.class)
                        .atZoneSameInstant(Formats.ZONE)
                        .toLocalDate(),
                row.getLong("amount"),
                row.getLong("fund"));
    }
}
