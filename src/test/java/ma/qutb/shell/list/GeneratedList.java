package ma.qutb.shell.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A list over generated rows, declared as a module would declare its own. */
@TestConfiguration
class GeneratedList {

    static final RecordList LIST = RecordList.named("generated", "test.pieces")
            .permission("test.see-pieces")
            .from("""
                    (select n, 'PC-' || lpad(n::text, 6, '0') as code,
                            case when n = 3 then '=cmd|'' /C calc''!A0' when n = 4 then '＠SUM(A1)' else 'فاطمة أوعلا ' || n end as maker,
                            'Piece ' || n as label, '+2126' || lpad((n * 7)::text, 8, '0') as phone, n * 1250 as price,
                            date '2024-01-01' + n % 700 as made_on, timestamptz '2024-01-01 23:30Z' + n % 700 * interval '1 day' as sent_at, (array['draft', 'on_sale', 'sold'])[n % 3 + 1] as state,
                            (array['P-GUE', 'P-TAN', 'P-ASZ'])[n % 3 + 1] as place, n % 10 = 0 as made_up
                       from generate_series(1, 100000) as g (n)) p""")
            .where("p.n > 0")
            .key("p.n")
            .scope("p.place = any(:scope)")
            .demonstration("p.made_up")
            .link("/app/test/pieces/{key}")
            .columns(
                    Column.name("maker", "p.maker")
                            .sort("p.maker collate {collation}")
                            .under("p.code"),
                    Column.text("label", "p.label || ' {lang}'"),
                    Column.phone("phone", "p.phone"),
                    Column.amount("price", "p.price").always(),
                    Column.date("made_on", "p.made_on").always(),
                    Column.status(
                            "state", "p.state", "test.pieces.state", Map.of("on_sale", Tone.OK, "draft", Tone.WARN)),
                    Column.number("number", "p.n").hidden(),
                    Column.code("secret", "'BE123456'")
                            .onlyFor("test.see-secret")
                            .reading(it -> "BE••••56")
                            .hidden())
            .filters(
                    Filter.text("q", "p.maker like '%' || :q || '%' or p.code = :q", String::strip),
                    Filter.territory(
                            "place",
                            "p.place = :place",
                            language -> List.of(
                                    Option.of("P-GUE", "كلميم"),
                                    Option.below(1, "P-TAN", "طانطان"),
                                    Option.of("P-ASZ", "آسا الزاك"))),
                    Filter.choices("state", "p.state = any(:state)", "test.pieces.state", "draft", "on_sale", "sold"),
                    Filter.period("made", "p.made_on"),
                    Filter.moments("sent", "p.sent_at"),
                    Filter.yesNo("coming", "p.made_on >= :today"),
                    Filter.yesNo("dear", "p.price > 10000000"))
            .sort("number")
            .build();

    @Bean
    RecordList pieces() {
        return LIST;
    }

    @TestComponent
    @Controller
    static class PieceController {

        private final Lists lists;

        PieceController(Lists lists) {
            this.lists = lists;
        }

        @GetMapping("/app/test/pieces")
        ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
            return new ModelAndView("shell/list/page").addObject("list", lists.open(LIST, request, response));
        }
    }
}
