package ma.qutb.market.inspection;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.kernel.Language;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.market.stock.PiecePlaces;
import ma.qutb.registry.Crafts;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.Option;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Products and pieces, as lists of staff, and their places in the menu. */
@Configuration
class HallLists {

    @Bean
    MenuEntry productsEntry() {
        return new MenuEntry("menu.market", 400, "menu.products", "shopping-bag", "/app/products", Code.SEE);
    }

    @Bean
    MenuEntry inspectionEntry() {
        return new MenuEntry("menu.market", 405, "menu.inspection", "clipboard-check", "/app/inspection", Code.INSPECT);
    }

    @Bean
    MenuEntry piecesEntry() {
        return new MenuEntry("menu.market", 410, "menu.pieces", "package", "/app/pieces", Code.SEE);
    }

    @Bean
    RecordList productRecordList(Crafts crafts) {
        return RecordList.named("products", "market.products")
                .permission(Code.SEE)
                .from("""
                        market.product p
                        join market.maker k on k.id = p.maker_id
                        left join market.article a on a.code = p.article_code
                        left join market.shelf s on s.product_id = p.id""")
                .where("p.state not in ('draft', 'taken_over')")
                .key("p.id")
                .scope("k.territories && cast(:scope as text[])")
                .demonstration("p.demonstration")
                .link("/app/products/{key}")
                .columns(
                        Column.number("number", "p.number").sort("p.number"),
                        Column.name("title", "p.title_{lang}")
                                .sort("p.title_{lang} collate {collation}")
                                .always(),
                        Column.text(
                                "maker", "coalesce(case '{lang}' when 'ar' then k.name_ar else k.name_latin end, '')"),
                        Column.coded("kind", "p.kind", "market.kind"),
                        Column.amount("price", "p.price").sort("p.price"),
                        Column.amount("part", "p.part_maker").hidden(),
                        Column.number("available", "coalesce(s.available, 0)").sort("coalesce(s.available, 0)"),
                        Column.number("sold", "coalesce(s.sold, 0)").hidden(),
                        Column.moment("changed", "p.changed_at").sort("p.changed_at"),
                        Column.status(
                                "state",
                                "p.state",
                                "market.product.state",
                                Map.of("accepted", Tone.OK, "proposed", Tone.WARN, "sent_back", Tone.BAD)))
                .filters(
                        Filter.text(
                                "q",
                                "(p.title_ar || ' ' || p.title_fr || ' ' || p.title_en || ' ' || p.words) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice(
                                "state",
                                "p.state = :state",
                                "market.product.state",
                                "proposed",
                                "accepted",
                                "sent_back",
                                "withdrawn"),
                        Filter.choice("family", "a.family_code = :family", families(crafts)),
                        Filter.choice("kind", "p.kind = :kind", "market.kind", "unique", "series", "to_order"))
                .sort("-changed")
                .build();
    }

    @Bean
    RecordList pieceRecordList(PiecePlaces places) {
        return RecordList.named("pieces", "market.pieces")
                .permission(Code.SEE)
                .from("""
                        market.piece i
                        join market.product p on p.id = i.product_id
                        join market.maker k on k.id = p.maker_id
                        join market.place l on l.id = i.place_id""")
                .key("i.id")
                .scope("k.territories && cast(:scope as text[])")
                .demonstration("i.demonstration")
                .link("/app/pieces/{key}")
                .columns(
                        Column.code("serial", "i.serial").sort("i.serial").always(),
                        Column.name("title", "p.title_{lang}").sort("p.title_{lang} collate {collation}"),
                        Column.text(
                                "owner", "coalesce(case '{lang}' when 'ar' then k.name_ar else k.name_latin end, '')"),
                        Column.name("place", "l.name_{lang}"),
                        Column.amount("price", "p.price").sort("p.price"),
                        Column.moment("changed", "i.changed_at").sort("i.changed_at"),
                        Column.status(
                                "state",
                                "i.state",
                                "market.piece.state",
                                Map.of(
                                        "on_sale", Tone.OK,
                                        "held", Tone.INFO,
                                        "sold", Tone.INFO,
                                        "received", Tone.WARN,
                                        "inspected", Tone.WARN,
                                        "returned", Tone.BAD,
                                        "lost", Tone.BAD)))
                .filters(
                        Filter.text(
                                "q",
                                "(i.serial || ' ' || p.title_ar || ' ' || p.title_fr || ' ' || p.title_en) ilike '%' || :q || '%'",
                                String::strip),
                        Filter.choice("place", "l.id::text = :place", places(places)),
                        Filter.choices(
                                "state",
                                "i.state = any (:state)",
                                "market.piece.state",
                                "with_maker",
                                "received",
                                "inspected",
                                "on_sale",
                                "held",
                                "sold",
                                "returned",
                                "lost",
                                "sold_elsewhere"))
                .sort("-changed")
                .build();
    }

    private static Function<Language, List<Option>> families(Crafts crafts) {
        return language -> crafts.all().stream()
                .filter(it -> it.parent().isEmpty())
                .map(it -> Option.of(it.code().value(), it.name().in(language)))
                .toList();
    }

    private static Function<Language, List<Option>> places(PiecePlaces places) {
        return language -> places.all().stream()
                .map(it -> Option.of(it.id().toString(), it.name().in(language)))
                .toList();
    }
}
