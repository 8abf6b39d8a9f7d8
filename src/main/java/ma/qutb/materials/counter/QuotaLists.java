package ma.qutb.materials.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.materials.Materials;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoints;
import ma.qutb.materials.point.PointOptions;
import ma.qutb.registry.pick.Party;
import ma.qutb.registry.pick.Picking;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Kind;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** What may be bought in a period, and who bought how much of it. */
@Configuration
class QuotaLists {

    /** Of several that begin on one day the last entered counts, as at the counter. */
    private static final String RULES = """
            (select r.*, lead(r.valid_from) over (partition by r.sale_point_id, r.material_code
                                                  order by r.valid_from, r.entered_at, r.id) as ends
               from materials.quota_rule r) r
            join materials.sale_point p on p.id = r.sale_point_id
            join materials.material m on m.code = r.material_code""";

    private static final String STATE = """
            case when r.ends <= r.valid_from then 'replaced' when r.ends <= :today then 'over'
                 when r.valid_from > :today then 'coming' else 'force' end""";

    /** The running period of the rule in force. Who bought nothing since it was set is not being counted yet. */
    private static final String USES = """
            (select distinct on (q.sale_point_id, q.material_code) q.sale_point_id, q.material_code, q.period, q.most,
                    date_trunc(q.period, cast(:today as timestamp))::date as starts_on
               from materials.quota_rule q where q.valid_from <= :today
              order by q.sale_point_id, q.material_code, q.valid_from desc, q.entered_at desc, q.id desc) r
            join lateral (
                select c.person_id, c.used from materials.quota_use c
                 where c.sale_point_id = r.sale_point_id and c.material_code = r.material_code and c.period = r.period
                   and c.starts_on = r.starts_on
                union all
                select s.buyer, sum(s.weight)::bigint from materials.sale s
                 where s.sale_point_id = r.sale_point_id and s.material_code = r.material_code and s.sold_on >= r.starts_on
                   and not exists (select from materials.sale_reversal b where b.sale_id = s.id)
                   and not exists (select from materials.quota_use c
                                    where c.person_id = s.buyer and c.sale_point_id = r.sale_point_id
                                      and c.material_code = r.material_code and c.period = r.period and c.starts_on = r.starts_on)
                 group by s.buyer) u on true
            join materials.sale_point p on p.id = r.sale_point_id
            join materials.material m on m.code = r.material_code""";

    private static final String ARTISAN = "registry.called(u.person_id, '{lang}' = 'ar')";

    private static final String USED = "case when u.used > r.most then 'beyond' when u.used = r.most then 'reached'"
            + " when u.used * 10 >= r.most * 8 then 'near' else 'left' end";

    @Bean
    MenuEntry quotasEntry() {
        return new MenuEntry("menu.materials", 345, "menu.quotas", "progress", "/app/quotas", Code.SEE);
    }

    @Bean
    RecordList quotaRuleList(Materials materials, SalePoints points) {
        return RecordList.named("quotas", "materials.quotas")
                .permission(Code.SEE)
                .from(RULES)
                .key("r.sale_point_id::text || '&material=' || r.material_code || '&rule=' || r.id::text")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .link("/app/quotas/use?point={key}")
                .columns(
                        Column.name("point", "p.name_{lang}").sort("p.name_{lang} collate {collation}"),
                        Column.text("material", "m.name_{lang}"),
                        Column.of(Kind.NUMBER, "most", "round(r.most / power(10::numeric, m.decimals), m.decimals)")
                                .sort("r.most"),
                        Column.text("unit", "m.unit_{lang}"),
                        Column.coded("period", "r.period", "materials.quota.period"),
                        Column.date("from", "r.valid_from").always(),
                        Column.date("to", "case when r.ends > r.valid_from then r.ends - 1 end"),
                        Column.status(
                                "state",
                                STATE,
                                "materials.quota.state",
                                Map.of("force", Tone.OK, "coming", Tone.INFO, "over", Tone.OFF, "replaced", Tone.OFF)),
                        Column.name("reason", "r.reason"),
                        Column.name("by", "r.entered_by_name").hidden(),
                        Column.moment("entered", "r.entered_at").hidden())
                .filters(
                        Filter.choice("point", "p.id::text = :point", PointOptions.of(points)),
                        Filter.choice("material", "r.material_code = :material", materials(materials)),
                        Filter.choice(
                                "state",
                                STATE + " = :state",
                                "materials.quota.state",
                                "force",
                                "coming",
                                "over",
                                "replaced"),
                        Filter.period("from", "r.valid_from"))
                .sort("-from")
                .build();
    }

    @Bean
    RecordList quotaUseList(Materials materials, SalePoints points, Picking picking) {
        return RecordList.named("quota_use", "materials.quota-use")
                .permission(Code.SEE)
                .from(USES)
                .key("u.person_id::text || r.sale_point_id::text || r.material_code")
                .scope("p.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .columns(
                        Column.name("artisan", ARTISAN).sort(ARTISAN + " collate {collation}"),
                        Column.name("point", "p.name_{lang}").sort("p.name_{lang} collate {collation}"),
                        Column.text("material", "m.name_{lang}"),
                        Column.date("since", "r.starts_on"),
                        Column.of(Kind.NUMBER, "used", "round(u.used / power(10::numeric, m.decimals), m.decimals)")
                                .sort("u.used"),
                        Column.of(Kind.NUMBER, "most", "round(r.most / power(10::numeric, m.decimals), m.decimals)"),
                        Column.of(
                                Kind.NUMBER,
                                "rest",
                                "round(greatest(r.most - u.used, 0) / power(10::numeric, m.decimals), m.decimals)"),
                        Column.text("unit", "m.unit_{lang}"),
                        Column.of(Kind.NUMBER, "share", "round(u.used * 100.0 / r.most, 1)")
                                .sort("u.used * 100.0 / r.most")
                                .always(),
                        Column.status(
                                "state",
                                USED,
                                "materials.quota.used",
                                Map.of("left", Tone.OK, "near", Tone.WARN, "reached", Tone.BAD, "beyond", Tone.BAD)))
                .filters(
                        Filter.text("q", "u.person_id::text = any(string_to_array(:q, ','))", it -> ids(picking, it)),
                        Filter.choice("point", "p.id::text = :point", PointOptions.of(points)),
                        Filter.choice("material", "r.material_code = :material", materials(materials)),
                        Filter.choice(
                                "state",
                                USED + " = :state",
                                "materials.quota.used",
                                "left",
                                "near",
                                "reached",
                                "beyond"))
                .sort("-share")
                .build();
    }

    /** Everybody who may be meant by what was typed; nobody is no id. */
    private static String ids(Picking picking, String typed) {
        if (typed.isBlank()) {
            return "";
        }
        return reader().map(actor -> picking.people(typed, actor).stream()
                        .filter(Party::person)
                        .map(it -> it.id().toString())
                        .collect(Collectors.joining(",")))
                .filter(it -> !it.isEmpty())
                .orElse("-");
    }

    private static Function<Language, List<Option>> materials(Materials materials) {
        return language -> materials.all().stream()
                .map(it -> Option.of(it.code().value(), it.name().in(language)))
                .toList();
    }

    private static Optional<Actor> reader() {
        var reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null && reader.getPrincipal() instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }
}
