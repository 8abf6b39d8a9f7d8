package ma.qutb.shell.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ma.qutb.shell.Page;

/** A list with rows of its own, for the living style page: no database, nothing to export. */
public final class SampleList {

    private static final RecordList LIST = RecordList.named("sample", "shell.list.sample")
            .permission("shell.see-style")
            .from("none")
            .key("none")
            .everywhere()
            .columns(
                    Column.name("name", "none").sort("none"),
                    Column.text("craft", "none"),
                    Column.phone("phone", "none"),
                    Column.date("since", "none"),
                    Column.amount("sales", "none"),
                    Column.status(
                            "state",
                            "none",
                            "shell.list.sample.state",
                            Map.of("active", Tone.OK, "waiting", Tone.WARN)))
            .filters(
                    Filter.text("q", "none", String::strip),
                    Filter.choice("state", "none", "shell.list.sample.state", "active", "waiting"),
                    Filter.choices("craft", "none", "shell.style.craft", "silver", "leather", "weaving"),
                    Filter.period("since", "none"))
            .sort("name")
            .build();

    private SampleList() {}

    /** What the style page shows: a page of many, with a filter in force. */
    public static ListView of(Page page) {
        var asked = Asked.of(LIST, Map.of("state", new String[] {"active"}));
        var rows = List.of(
                row(page, "1", "silver", "+212600000001", 3, 128_583_550L, "active"),
                row(page, "2", "weaving", "+212600000002", 8, 2_700_00L, "waiting"),
                row(page, "3", "leather", "+212600000003", 11, 59_040_00L, "active"));
        return new ListView(LIST, asked, "/app/style", page.language(), LIST.columns, LIST.columns, rows, 400, false);
    }

    private static ListRow row(Page page, String key, String craft, String phone, int month, long sales, String state) {
        return new ListRow(
                key,
                true,
                List.of(
                        new ListRow.Cell(page.t("shell.style.person"), "A-" + key),
                        new ListRow.Cell(page.t("shell.style.craft." + craft), null),
                        new ListRow.Cell(phone, null),
                        new ListRow.Cell(LocalDate.of(2025, month, 14), null),
                        new ListRow.Cell(BigDecimal.valueOf(sales), null),
                        new ListRow.Cell(state, null)));
    }
}
