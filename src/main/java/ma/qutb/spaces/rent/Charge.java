package ma.qutb.spaces.rent;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import ma.qutb.spaces.LeaseId;

/**
 * Something a lease owes.
 *
 * @param id also the key of its entry: the same part of the same month is the same id, whoever runs it
 * @param kind {@code rent}, {@code correction}, {@code charges}, {@code deposit} or {@code damage}
 * @param seq which part of what is owed for the month it is: 0 the rent, then what makes it good
 * @param amount centimes; below zero where too much was owed before
 * @param days of the month, for a rent
 */
public record Charge(
        UUID id,
        LeaseId lease,
        String kind,
        YearMonth month,
        int seq,
        long amount,
        Optional<Integer> days,
        LocalDate dueOn,
        LocalDate postedOn,
        Optional<UUID> bill,
        String note) {

    static UUID idOf(LeaseId lease, YearMonth month, int seq) {
        return UUID.nameUUIDFromBytes(
                ("spaces.rent." + lease + "." + month + "." + seq).getBytes(StandardCharsets.UTF_8));
    }

    static UUID idOf(String kind, LeaseId lease, Object what) {
        return UUID.nameUUIDFromBytes(("spaces." + kind + "." + lease + "." + what).getBytes(StandardCharsets.UTF_8));
    }
}
