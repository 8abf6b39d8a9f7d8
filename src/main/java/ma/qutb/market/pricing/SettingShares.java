package ma.qutb.market.pricing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.registry.CraftCode;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets what the pole keeps, a whole list from a day on; lists before it stay as they were, and so do prices that were fixed under them. */
@Service
@Transactional
public class SettingShares {

    private final JdbcClient database;
    private final ShareRules rules;
    private final Clock clock;

    SettingShares(JdbcClient database, ShareRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** All lists, the latest first. */
    @Transactional(readOnly = true)
    public List<ShareList> all() {
        var lists = new LinkedHashMap<LocalDate, ShareList>();
        database.sql("select * from market.share_rule order by valid_from desc, position")
                .query(row -> {
                    var from = row.getObject("valid_from", LocalDate.class);
                    var list = lists.get(from);
                    if (list == null) {
                        list = new ShareList(
                                from, row.getString("reason"), row.getString("entered_by_name"), new ArrayList<>());
                        lists.put(from, list);
                    }
                    list.rows()
                            .add(new ShareList.Row(
                                    Optional.ofNullable(row.getString("family_code"))
                                            .map(CraftCode::new)
                                            .orElse(null),
                                    row.getString("maker_kind"),
                                    row.getInt("service"),
                                    row.getInt("fund"),
                                    row.getInt("tax"),
                                    row.getLong("transport")));
                });
        return List.copyOf(lists.values());
    }

    /** The list that holds on a day. */
    @Transactional(readOnly = true)
    public Optional<ShareList> on(LocalDate day) {
        return all().stream().filter(it -> !it.from().isAfter(day)).findFirst();
    }

    /**
     * A whole list from a day on.
     *
     * @param widen that a case with a rule of its own until now is meant to come under a wider one
     * @throws Refusal when the day is gone or has its list, a product finds no rule, a rule is never reached, a wider rule takes silently
     *     what had one of its own, or nothing is left for makers
     */
    public void set(ShareList list, boolean widen, Poster by) {
        if (list.from().isBefore(LocalDate.now(clock))) {
            throw new Refusal("market.shares.refusal.past");
        }
        var before = on(list.from());
        if (before.filter(it -> it.from().equals(list.from())).isPresent()) {
            throw new Refusal("market.shares.refusal.dated");
        }
        if (!list.fitsAll()) {
            throw new Refusal("market.shares.refusal.no-rest");
        }
        list.neverReached().ifPresent(it -> {
            throw new Refusal("market.shares.refusal.never-reached", it);
        });
        if (!widen) {
            before.flatMap(list::widenedOver).ifPresent(it -> {
                throw new Refusal(
                        "market.shares.refusal.widens",
                        before.orElseThrow().rows().indexOf(it) + 1);
            });
        }
        enter(list, by.name());
    }

    private void enter(ShareList list, String by) {
        int position = 1;
        try {
            for (var it : list.rows()) {
                rules.enter(
                        list.from(),
                        position++,
                        it.family() == null ? null : it.family().value(),
                        it.makerKind(),
                        new ShareRule(Ids.next(), it.service(), it.fund(), it.tax(), it.transport()),
                        list.reason(),
                        by);
            }
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("share_rule_shares_plausible", e, "market.shares.refusal.implausible");
        }
    }
}
