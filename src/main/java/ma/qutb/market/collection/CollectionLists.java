package ma.qutb.market.collection;

import java.util.Map;
import ma.qutb.market.MarketPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collections, as a list of staff. */
@Configuration
class CollectionLists {

    @Bean
    MenuEntry collectionsEntry() {
        return new MenuEntry("menu.market", 412, "menu.collections", "gift", "/app/collections", Code.ARRANGE);
    }

    @Bean
    RecordList collectionRecordList() {
        return RecordList.named("collections", "market.collections")
                .permission(Code.ARRANGE)
                .from("""
                        market.collection c
                        left join lateral (select count(*) as products from market.collection_product p where p.collection_id = c.id) n on true""")
                .key("c.id")
                .everywhere()
                .demonstration("c.demonstration")
                .link("/app/collections/{key}")
                .columns(
                        Column.name("name", "c.name_{lang}")
                                .sort("c.name_{lang} collate {collation}")
                                .always(),
                        Column.number("products", "n.products").sort("n.products"),
                        Column.number("position", "c.position").sort("c.position"),
                        Column.text("by", "c.changed_by_name"),
                        Column.moment("changed", "c.changed_at").sort("c.changed_at"),
                        Column.status(
                                "state",
                                "case when c.shown then 'shown' else 'hidden' end",
                                "market.collection.state",
                                Map.of("shown", Tone.OK)))
                .filters(Filter.text(
                        "q",
                        "(c.name_ar || ' ' || c.name_fr || ' ' || c.name_en) ilike '%' || :q || '%'",
                        String::strip))
                .sort("position")
                .build();
    }
}
