package ma.qutb.ledger.posting;

import java.util.List;

/**
 * An attempt to make the ledger lie, by the owner of its tables.
 *
 * @param rule what refuses it
 * @param guards what has to be taken off before it succeeds
 * @param steps SQL in one transaction; {@code {name}} stands for something of {@link AttackedBook}
 */
record Attack(String title, String rule, List<String> guards, List<String> steps) {

    static Attack on(String rule, String title, String guard, String... steps) {
        return new Attack(title, rule, List.of(guard.split(", ")), List.of(steps));
    }

    /** SQL that takes a guard off: {@code posting_balances on posting}, {@code constraint x on y} or {@code index x}. */
    static String off(String guard) {
        if (guard.startsWith("index ")) {
            return "drop index ledger." + guard.substring(6);
        }
        var words = guard.replace("constraint ", "").split(" on ");
        return guard.startsWith("constraint ")
                ? "alter table ledger." + words[1] + " drop constraint " + words[0] + " cascade"
                : "drop trigger " + words[0] + " on ledger." + words[1];
    }

    @Override
    public String toString() {
        return rule + ": " + title;
    }

    private static final String BALANCES = "posting_balances on posting";
    private static final String CHAIN = "entry_joins_chain on entry";
    private static final String HELD = "reserved_line_holds on reserved_line";
    private static final String CLOSES = "closing_closes on closing";

    private static String entry(String posted, String day, String reversalOf, String accounts, String amounts) {
        return """
                insert into ledger.entry
                select (jsonb_populate_record(e, jsonb_build_object('hash', ledger.entry_hash(e)))).* from (
                    select row('{fresh}', '{book}', c.number + 1, '{key}', '', 'transfer', %s, %s, {on}, 'x', 'x', '', null, null, %s,
                       pg_current_xact_id(), ledger.postings_digest(array[%s]::uuid[], array[%s]::bigint[]), c.hash, '')::ledger.entry as e
                      from ledger.chain c where c.book = '{book}') said""".formatted(day, posted, reversalOf, accounts, amounts)
                .replace("{on}", posted.equals("'{now}'") ? "'{today}'" : "'{closed}'");
    }

    private static String entry(String accounts, String amounts) {
        return entry("'{now}'", "'{today}'", "null", accounts, amounts);
    }

    private static String postings(String accounts, String amounts) {
        return """
                insert into ledger.posting select e.book, e.number, line, account, amount, e.occurred_on from ledger.entry e,
                    unnest(array[%s]::uuid[], array[%s]) with ordinality as u (account, amount, line) where e.id = '{fresh}'""".formatted(accounts, amounts);
    }

    private static Attack wrong(String rule, String title, String accounts, String amounts) {
        return on(rule, title, BALANCES, entry(accounts, amounts), postings(accounts, amounts));
    }

    private static String reservation(String reserved, String expires) {
        return """
                insert into ledger.reservation (id, book, key, payload, kind, reserved_at, expires_at, actor, actor_name, reason)
                values ('{fresh}', '{book}', '{key}', '', 'transfer', %s, %s, 'x', 'x', '')""".formatted(reserved, expires);
    }

    private static String lines(String accounts, String amounts) {
        return "insert into ledger.reserved_line select '{fresh}', line, account, amount from unnest(array[%s]::uuid[], array[%s]) with ordinality as u (account, amount, line)"
                .formatted(accounts, amounts);
    }

    private static Attack chained(String title, String truth, String lie) {
        var pair = "'{till}', '{capital}'";
        return on("entry_joins_chain", title, CHAIN, entry(pair, "1, -1").replace(truth, lie), postings(pair, "1, -1"));
    }

    private static Attack hold(String rule, String title, String accounts, String amounts) {
        return on(rule, title, HELD, reservation("'{now}'", "'{later}'"), lines(accounts, amounts));
    }

    private static String outcome(String reservation, String result, String entry, String at) {
        return "insert into ledger.outcome values ('%s', '%s', %s, %s, 'x', 'x', '')"
                .formatted(reservation, result, entry, at);
    }

    private static String closing(String month) {
        return "insert into ledger.closing select '{book}', m, (m + interval '1 month') at time zone 'UTC', 0, '{now}', 'x', 'x', '', '' from (select (%s)::date as m) m"
                .formatted(month);
    }

    static List<Attack> all() {
        var pair = "'{till}', '{capital}'";
        return List.of(
                wrong("entry_balances", "debits and credits differ", pair, "100, -90"),
                wrong("entry_balances", "grams for dirhams", "'{till}', '{outside}'", "100, -100"),
                wrong("entry_two_postings", "one posting", "'{capital}'", "100"),
                wrong("entry_in_one_book", "an account of another book", "'{till}', '{elsewhere}'", "100, -100"),
                wrong("account_floor", "more out of the till than is in it", pair, "-100001, 100001"),
                wrong("account_ceiling", "credit over its ceiling", "'{credit}', '{sales}'", "50001, -50001"),
                on(
                        "entry_has_postings",
                        "an entry without postings",
                        "entry_has_postings on entry",
                        entry("null", "null")),
                on(
                        "entry_written_at_once",
                        "a balanced pair added later",
                        BALANCES,
                        "insert into ledger.posting values ('{book}', 1, 3, '{till}', 5, '{today}'), ('{book}', 1, 4, '{capital}', -5, '{today}')"),
                on(
                        "entry_written_at_once",
                        "a balanced pair added to a new entry",
                        BALANCES,
                        entry(pair, "100, -100"),
                        postings(pair, "100, -100"),
                        "insert into ledger.posting select book, number, 3, '{till}'::uuid, 5, occurred_on from ledger.entry where id = '{fresh}'"
                                + " union all select book, number, 4, '{capital}'::uuid, -5, occurred_on from ledger.entry where id = '{fresh}'"),
                on(
                        "entry_says_its_postings",
                        "postings the chain does not cover",
                        BALANCES,
                        entry(pair, "100, -100"),
                        postings(pair, "200, -200")),
                on(
                        "entry_mirrors_what_it_reverses",
                        "a reversal of another amount",
                        BALANCES,
                        entry("'{now}'", "'{today}'", "'{paid}'", pair, "-10, 10"),
                        postings(pair, "-10, 10")),
                on(
                        "account_floor_then",
                        "out of the lot before it was in it",
                        BALANCES,
                        entry("'{now}'", "date '{closed}' - 20", "null", "'{lot}', '{outside}'", "-1, 1"),
                        postings("'{lot}', '{outside}'", "-1, 1")),
                on(
                        "entry_month_open",
                        "a posting in a closed month",
                        CHAIN,
                        entry("'{before}'", "'{closed}'", "null", pair, "100, -100"),
                        postings(pair, "100, -100")),
                chained("a number left out", "c.number + 1", "c.number + 2"),
                chained("another forerunner", "c.hash", "sha256('x')"),
                chained("a hash of something else", "ledger.entry_hash(e)", "sha256('x')"),
                on(
                        "entry_joins_chain",
                        "posted before the last one",
                        CHAIN,
                        entry(pair, "1, -1")
                                .replace("'{now}'", "c.posted_at - interval '1 second'")
                                .replace("'{today}'", "(c.posted_at at time zone 'UTC')::date"),
                        postings(pair, "1, -1")),
                on(
                        "entry_joins_chain",
                        "written by another transaction",
                        CHAIN + ", " + BALANCES,
                        entry(pair, "1, -1").replace("pg_current_xact_id()", "'3'::xid8"),
                        postings(pair, "1, -1")),
                on(
                        "entry_late_by_itself",
                        "a late fact beside another entry",
                        BALANCES,
                        entry("'{now}'", "date '{today}' - 1", "null", pair, "1, -1"),
                        entry(pair, "1, -1")
                                .replace("'{fresh}'", "'{otherfresh}'")
                                .replace("'{key}'", "'{otherkey}'"),
                        """
                        insert into ledger.posting select e.book, e.number, line, account, amount, e.occurred_on from ledger.entry e,
                            unnest(array[%s]::uuid[], array[1, -1]) with ordinality as u (account, amount, line)
                         where e.id in ('{fresh}', '{otherfresh}')""".formatted(pair)),
                on(
                        "account_floor",
                        "out of the till before the next entry of the statement brings it",
                        BALANCES,
                        entry(pair, "-100001, 100001"),
                        entry(pair, "100001, -100001")
                                .replace("'{fresh}'", "'{otherfresh}'")
                                .replace("'{key}'", "'{otherkey}'"),
                        """
                        insert into ledger.posting select e.book, e.number, line, account, case e.id when '{fresh}' then -1 else 1 end * amount, e.occurred_on
                          from ledger.entry e, unnest(array[%s]::uuid[], array[100001, -100001]) with ordinality as u (account, amount, line)
                         where e.id in ('{fresh}', '{otherfresh}')""".formatted(pair)),
                on(
                        "entry_not_before_it_happens",
                        "tomorrow's posting",
                        CHAIN,
                        entry("'{now}'", "date '{today}' + 1", "null", pair, "100, -100"),
                        postings(pair, "100, -100")),
                on(
                        "entry_day_of_its_moment",
                        "a day that is another",
                        "constraint entry_day_of_its_moment on entry",
                        entry(pair, "1, -1").replace("'{now}', '{today}'", "'{now}', date '{today}' + 5"),
                        postings(pair, "1, -1")),
                on(
                        "entry_book_known",
                        "an entry of no book",
                        CHAIN + ", entry_has_postings on entry",
                        "insert into ledger.entry (id, book, number, key, payload, kind, occurred_on, posted_at, posted_on, actor, actor_name, reason, postings,"
                                + " prev_hash, hash) values ('{fresh}', '{fresh}', 1, '{key}', '', 'transfer', '{today}', '{now}', '{today}', 'x', 'x', '', '', '', '')"),
                on(
                        "entry_reversed_once",
                        "a second reversal",
                        "index entry_reversed_once",
                        entry("'{now}'", "'{today}'", "'{reversed}'", pair, "-1000, 1000"),
                        postings(pair, "-1000, 1000")),
                on(
                        "entry_key_once",
                        "a key used again",
                        "constraint entry_key_once on entry",
                        entry(pair, "1, -1").replace("'{key}'", "(select key from ledger.entry where id = '{paid}')"),
                        postings(pair, "1, -1")),
                on(
                        "entry_kind_form",
                        "a kind that is none",
                        "constraint entry_kind_form on entry",
                        entry(pair, "1, -1").replace("'transfer'", "'Any Kind'"),
                        postings(pair, "1, -1")),
                on(
                        "entry_reason_short",
                        "a reason without end",
                        "constraint entry_reason_short on entry",
                        entry(pair, "1, -1").replace("'x', 'x', ''", "'x', 'x', repeat('x', 501)"),
                        postings(pair, "1, -1")),
                on(
                        "posting_amount_not_zero",
                        "nothing moved",
                        "constraint posting_amount_not_zero on posting",
                        entry("'{till}', '{capital}', '{sales}'", "1, -1, 0"),
                        postings("'{till}', '{capital}', '{sales}'", "1, -1, 0")),
                on(
                        "posting_amount_within_reason",
                        "more than there is",
                        "constraint posting_amount_within_reason on posting",
                        entry("'{capital}', '{sales}'", "1000000000000001, -1000000000000001"),
                        postings("'{capital}', '{sales}'", "1000000000000001, -1000000000000001")),
                on(
                        "entry_never_changes",
                        "an update",
                        "entry_never_changes on entry",
                        "update ledger.entry set reason = 'other' where id = '{paid}'"),
                on(
                        "entry_never_changes",
                        "a deletion",
                        "entry_never_changes on entry",
                        "delete from ledger.entry where id = '{loose}'"),
                on(
                        "entry_never_changes",
                        "an emptying",
                        "entry_never_changes on entry, outcome_never_changes on outcome",
                        "truncate ledger.entry cascade"),
                on(
                        "posting_never_changes",
                        "an update",
                        "posting_never_changes on posting",
                        "update ledger.posting set amount = 2 * amount where book = '{book}'"),
                on(
                        "posting_never_changes",
                        "a deletion",
                        "posting_never_changes on posting",
                        "delete from ledger.posting where book = '{book}'"),
                on(
                        "posting_never_changes",
                        "an emptying",
                        "posting_never_changes on posting",
                        "truncate ledger.posting"),
                on(
                        "account_keeps_its_place",
                        "a floor taken away",
                        "account_keeps_its_place on account",
                        "update ledger.account set lowest = -5 where id = '{till}'"),
                on(
                        "account_keeps_its_place",
                        "a ceiling taken away",
                        "account_keeps_its_place on account",
                        "update ledger.account set highest = null where id = '{credit}'"),
                on(
                        "account_stays",
                        "a deletion",
                        "account_stays on account",
                        "delete from ledger.account where id = '{sales}'"),
                on(
                        "account_once",
                        "a second till of the same",
                        "constraint account_once on account",
                        "insert into ledger.account select '{fresh}', book, commodity, owner_kind, owner_id, subject_id, type, role, name_ar, name_fr,"
                                + " name_en, lowest, highest, opened_at from ledger.account where id = '{till}'"),
                on(
                        "account_bounds_ordered",
                        "a floor above zero",
                        "constraint account_bounds_ordered on account",
                        "insert into ledger.account select '{fresh}', book, commodity, owner_kind, '{fresh}', subject_id, type, role, name_ar, name_fr,"
                                + " name_en, 5, highest, opened_at from ledger.account where id = '{till}'"),
                on(
                        "book_stays",
                        "a deletion",
                        "book_stays on book, constraint chain_of_book on chain, constraint closing_of_book on closing,"
                                + " constraint account_of_book on account, constraint reservation_of_book on reservation",
                        "delete from ledger.book where id = '{book}'"),
                on(
                        "book_code_once",
                        "a code used again",
                        "constraint book_code_once on book",
                        "insert into ledger.book select '{fresh}', kind, code, name_ar, name_fr, name_en, territories, demonstration, opened_at from ledger.book where id = '{book}'"),
                on(
                        "book_code_form",
                        "a code that is none",
                        "constraint book_code_form on book",
                        "insert into ledger.book select '{fresh}', kind, 'a b', name_ar, name_fr, name_en, territories, demonstration, opened_at from ledger.book where id = '{book}'"),
                on(
                        "commodity_stays",
                        "a scale changed",
                        "commodity_stays on commodity",
                        "update ledger.commodity set decimals = 3 where code = 'MAD'"),
                on(
                        "commodity_code_form",
                        "a code that is none",
                        "constraint commodity_code_form on commodity",
                        "insert into ledger.commodity values ('a b', 0, '', '', '', '', '', '')"),
                on(
                        "commodity_decimals_few",
                        "too fine a scale",
                        "constraint commodity_decimals_few on commodity",
                        "insert into ledger.commodity values ('DUST', 7, '', '', '', '', '', '')"),
                on(
                        "balance_follows_postings",
                        "a balance set by hand",
                        "balance_follows_postings on balance",
                        "update ledger.balance set posted = 1 where account = '{till}'"),
                on(
                        "chain_follows_entries",
                        "an end of a chain set by hand",
                        "chain_follows_entries on chain",
                        "update ledger.chain set closed_until = '-infinity' where book = '{book}'"),
                hold("entry_balances", "a reservation that does not balance", pair, "100, -90"),
                hold("entry_two_postings", "a reservation of one line", "'{capital}'", "100"),
                hold("entry_in_one_book", "a reservation over two books", "'{till}', '{elsewhere}'", "100, -100"),
                hold("account_floor", "a reservation of what is not there", pair, "-100001, 100001"),
                hold("account_ceiling", "a reservation over the ceiling", "'{credit}', '{sales}'", "50001, -50001"),
                on(
                        "entry_written_at_once",
                        "a pair added to an old reservation",
                        HELD,
                        "insert into ledger.reserved_line values ('{held}', 8, '{capital}', 1), ('{held}', 9, '{credit}', -1)"),
                on(
                        "entry_has_postings",
                        "a reservation of nothing",
                        "reservation_has_lines on reservation",
                        reservation("'{now}'", "'{later}'")),
                on(
                        "entry_month_open",
                        "a reservation in a closed month",
                        "reservation_opens on reservation",
                        reservation("'{before}'", "'{later}'"),
                        lines(pair, "100, -100")),
                on(
                        "reservation_expires_later",
                        "over before it begins",
                        "constraint reservation_expires_later on reservation",
                        reservation("'{now}'", "'{now}'"),
                        lines(pair, "100, -100")),
                on(
                        "reserved_line_account_once",
                        "an account held twice",
                        "constraint reserved_line_account_once on reserved_line",
                        reservation("'{now}'", "'{later}'"),
                        lines("'{till}', '{till}', '{capital}'", "100, 100, -200")),
                on(
                        "reservation_over",
                        "settled after its time",
                        "outcome_frees on outcome",
                        outcome("{held}", "voided", "null", "'{later}'")),
                on(
                        "reservation_not_yet_over",
                        "expired before its time",
                        "outcome_frees on outcome",
                        outcome("{held}", "expired", "null", "'{now}'")),
                on(
                        "outcome_once",
                        "a second outcome",
                        "constraint outcome_once on outcome, constraint balance_pending_not_negative on balance",
                        outcome("{released}", "voided", "null", "'{now}'")),
                on(
                        "outcome_within_reservation",
                        "posted by an entry that has nothing to do with it",
                        "outcome_within_reservation on outcome",
                        outcome("{held}", "posted", "'{paid}'", "'{now}'")),
                on(
                        "reservation_never_changes",
                        "more time",
                        "reservation_never_changes on reservation",
                        "update ledger.reservation set expires_at = expires_at + interval '1 day' where id = '{held}'"),
                on(
                        "reserved_line_never_changes",
                        "a deletion",
                        "reserved_line_never_changes on reserved_line",
                        "delete from ledger.reserved_line where reservation = '{held}'"),
                on(
                        "outcome_never_changes",
                        "an undone release",
                        "outcome_never_changes on outcome",
                        "delete from ledger.outcome where reservation = '{released}'"),
                on(
                        "closing_after_the_month",
                        "a month that goes on",
                        CLOSES,
                        closing("date_trunc('month', date '{today}')::date")),
                on("closing_once", "a month closed before", CLOSES, closing("date '{closed}' - interval '1 month'")),
                on(
                        "closing_in_order",
                        "a month left out",
                        CLOSES,
                        closing("(date '{closed}' + interval '2 months')::date")),
                on(
                        "closing_with_nothing_reserved",
                        "a month with something held",
                        CLOSES,
                        closing("(date '{closed}' + interval '1 month')::date")),
                on(
                        "closing_ends_with_the_month",
                        "a month that ends elsewhere",
                        "constraint closing_ends_with_the_month on closing",
                        closing("date '{closed}'")
                                .replace("interval '1 month'", "interval '10 days'")
                                .replace("'{book}'", "'{otherbook}'")),
                on(
                        "closing_never_changes",
                        "a month opened again",
                        "closing_never_changes on closing",
                        "delete from ledger.closing where book = '{book}'"),
                on(
                        "snapshot_follows_closing",
                        "a snapshot mended by hand",
                        "snapshot_follows_closing on snapshot",
                        "update ledger.snapshot set balance = 1 where book = '{book}'"));
    }
}
