package ma.qutb.ledger.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import ma.qutb.ledger.AccountId;
import ma.qutb.ledger.Draft;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Line;
import ma.qutb.ledger.ReservationId;
import ma.qutb.ledger.TestBook;
import org.jspecify.annotations.Nullable;

/** What a ledger is, as plainly as it can be said: lists and sums. The real one must answer the same. */
class LedgerModel {

    static final ZoneId POLE = ZoneId.of("Africa/Casablanca");

    record Posted(EntryId id, Instant at, LocalDate day, List<Line> lines) {}

    record Held(Draft draft, Instant at, Instant until) {}

    private final TestBook book;
    private final Map<String, AccountId> bounded = new TreeMap<>();
    final List<Posted> entries = new ArrayList<>();
    final Set<EntryId> reversed = new HashSet<>();
    final Map<ReservationId, Held> open = new LinkedHashMap<>();

    @Nullable
    YearMonth closed;

    LedgerModel(TestBook book) {
        this.book = book;
        // The database goes through bounded accounts in the order of their ids.
        List.of(book.till(), book.lot(), book.otherLot(), book.credit())
                .forEach(it -> bounded.put(it.value().toString(), it));
    }

    /** Which rule refuses it, if any; the reservation it settles no longer counts. */
    @Nullable
    String refuses(Draft draft, LocalDate today, @Nullable ReservationId settles) {
        if (draft.lines().isEmpty()) {
            return "entry-has-postings";
        }
        if (draft.occurredOn().isAfter(today)) {
            return "entry-not-before-it-happens";
        }
        if (draft.lines().size() < 2) {
            return "entry-two-postings";
        }
        if (!balances(draft)) {
            return "entry-balances";
        }
        for (var account : bounded.values()) {
            long change = sum(draft.lines(), account);
            long after = balance(account) + change;
            if (change < 0 && !isCredit(account) && after - pending(account, -1, settles) < 0) {
                return "account-floor";
            }
            if (change > 0 && isCredit(account) && after + pending(account, 1, settles) > TestBook.CREDIT) {
                return "account-ceiling";
            }
            if (change < 0
                    && !isCredit(account)
                    && draft.occurredOn().isBefore(today)
                    && lowestSince(account, draft.occurredOn()) + change < 0) {
                return "account-floor-then";
            }
        }
        return null;
    }

    @Nullable
    String refusesToHold(Draft draft) {
        if (draft.lines().isEmpty()) {
            return "entry-has-postings";
        }
        if (draft.lines().size() < 2) {
            return "entry-two-postings";
        }
        if (!balances(draft)) {
            return "entry-balances";
        }
        for (var account : bounded.values()) {
            long change = sum(draft.lines(), account);
            if (change < 0 && !isCredit(account) && balance(account) - pending(account, -1, null) + change < 0) {
                return "account-floor";
            }
            if (change > 0
                    && isCredit(account)
                    && balance(account) + pending(account, 1, null) + change > TestBook.CREDIT) {
                return "account-ceiling";
            }
        }
        return null;
    }

    boolean within(Draft draft, Draft held) {
        return draft.lines().stream().allMatch(it -> {
            long limit = sum(held.lines(), it.account());
            return Long.signum(it.amount()) == Long.signum(limit) && Math.abs(it.amount()) <= Math.abs(limit);
        });
    }

    @Nullable
    String refusesToClose(YearMonth month, Instant now) {
        var ends = month.plusMonths(1).atDay(1).atStartOfDay(POLE).toInstant();
        return now.isBefore(ends)
                ? "closing-after-the-month"
                : open.values().stream().anyMatch(it -> it.at().isBefore(ends))
                        ? "closing-with-nothing-reserved"
                        : null;
    }

    private boolean isCredit(AccountId account) {
        return account.equals(book.credit());
    }

    private boolean balances(Draft draft) {
        var silver = Set.of(book.lot(), book.otherLot(), book.outside());
        return List.<Predicate<Line>>of(it -> silver.contains(it.account()), it -> !silver.contains(it.account()))
                .stream()
                .allMatch(which -> draft.lines().stream()
                                .filter(which)
                                .mapToLong(Line::amount)
                                .sum()
                        == 0);
    }

    private long pending(AccountId account, int sign, @Nullable ReservationId except) {
        return open.entrySet().stream()
                .filter(it -> !it.getKey().equals(except))
                .mapToLong(it -> Math.max(0, sign * sum(it.getValue().draft().lines(), account)))
                .sum();
    }

    static long sum(List<Line> lines, AccountId account) {
        return lines.stream()
                .filter(it -> it.account().equals(account))
                .mapToLong(Line::amount)
                .sum();
    }

    long balance(AccountId account) {
        return sum(account, it -> true);
    }

    long available(AccountId account) {
        return balance(account) - pending(account, -1, null);
    }

    private long sum(AccountId account, Predicate<Posted> which) {
        return entries.stream()
                .filter(which)
                .mapToLong(it -> sum(it.lines(), account))
                .sum();
    }

    private long lowestSince(AccountId account, LocalDate since) {
        var days = new TreeSet<LocalDate>();
        days.add(since);
        entries.stream().map(Posted::day).filter(it -> it.isAfter(since)).forEach(days::add);
        return days.stream()
                .mapToLong(day -> sum(account, it -> !it.day().isAfter(day)))
                .min()
                .orElseThrow();
    }

    Map<AccountId, Long> balances(Predicate<Posted> which) {
        var balances = new HashMap<AccountId, Long>();
        entries.stream()
                .filter(which)
                .forEach(it -> it.lines().forEach(line -> balances.merge(line.account(), line.amount(), Long::sum)));
        return balances;
    }

    /** Balance after each posting of the account, latest first. */
    List<Long> statement(AccountId account) {
        var after = new ArrayList<Long>();
        long balance = 0;
        for (var entry : entries) {
            for (var line : entry.lines()) {
                if (line.account().equals(account)) {
                    balance += line.amount();
                    after.add(balance);
                }
            }
        }
        return after.reversed();
    }

    void expire(Instant now) {
        open.values().removeIf(it -> !it.until().isAfter(now));
    }

    static Comparator<Posted> inOrder() {
        return Comparator.comparing(Posted::at);
    }
}
