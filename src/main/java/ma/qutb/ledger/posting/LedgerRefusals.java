package ma.qutb.ledger.posting;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Supplier;
import ma.qutb.kernel.Refusal;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database refuses, as a sentence: the name of the rule is the code of the refusal. */
final class LedgerRefusals {

    /** Every rule of the schema that somebody can run into; one test reaches each. */
    static final Set<String> RULES = Set.of(
            "account_ceiling",
            "account_floor",
            "account_floor_then",
            "account_bounds_ordered",
            "account_keeps_its_place",
            "account_once",
            "account_stays",
            "balance_follows_postings",
            "book_code_form",
            "book_code_once",
            "book_stays",
            "chain_follows_entries",
            "closing_after_the_month",
            "closing_in_order",
            "closing_never_changes",
            "closing_once",
            "closing_with_nothing_reserved",
            "commodity_code_form",
            "commodity_decimals_few",
            "commodity_stays",
            "entry_balances",
            "entry_book_known",
            "closing_ends_with_the_month",
            "entry_day_of_its_moment",
            "entry_has_postings",
            "entry_in_one_book",
            "entry_joins_chain",
            "entry_key_once",
            "entry_kind_form",
            "entry_late_by_itself",
            "entry_mirrors_what_it_reverses",
            "entry_month_open",
            "entry_never_changes",
            "entry_not_before_it_happens",
            "entry_reason_short",
            "entry_reversed_once",
            "entry_says_its_postings",
            "entry_two_postings",
            "entry_written_at_once",
            "outcome_never_changes",
            "outcome_once",
            "outcome_within_reservation",
            "posting_amount_not_zero",
            "posting_amount_within_reason",
            "posting_never_changes",
            "reservation_expires_later",
            "reservation_never_changes",
            "reservation_not_yet_over",
            "reservation_over",
            "reserved_line_account_once",
            "reserved_line_never_changes",
            "snapshot_follows_closing");

    private static final String BOUNDS = "account_";
    private static final int BOUND_LINES = 8;

    private LedgerRefusals() {}

    static <T> T said(Supplier<T> act) {
        try {
            return act.get();
        } catch (DataIntegrityViolationException violation) {
            throw of(violation);
        }
    }

    /** The refusal a violation stands for; any other stays the fault it is. */
    static RuntimeException of(DataIntegrityViolationException violation) {
        if (violation.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
            var rule = cause.getServerErrorMessage().getConstraint();
            if (rule != null && RULES.contains(rule)) {
                return new Refusal(
                        code(rule),
                        arguments(rule, cause.getServerErrorMessage().getDetail()));
            }
        }
        return violation;
    }

    static Refusal because(String rule) {
        return new Refusal(code(rule));
    }

    static String code(String rule) {
        return "ledger.refusal." + rule.replace('_', '-');
    }

    /** For a bound: the account's names, what is left in whole units, the units. */
    private static Object[] arguments(String rule, @org.jspecify.annotations.Nullable String detail) {
        var about = detail == null ? new String[0] : detail.split("\n");
        if (!rule.startsWith(BOUNDS) || about.length != BOUND_LINES) {
            return new Object[0];
        }
        var left = new BigDecimal(about[3])
                .movePointLeft(Integer.parseInt(about[4]))
                .stripTrailingZeros();
        return new Object[] {about[0], about[1], about[2], left, about[5], about[6], about[7]};
    }
}
