package ma.qutb.materials.stock;

import java.util.Map;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.shell.MenuEntry;
import ma.qutb.shell.list.Column;
import ma.qutb.shell.list.Filter;
import ma.qutb.shell.list.RecordList;
import ma.qutb.shell.list.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The finenesses dealt in, today and on other days. */
@Configuration
class FinenessList {

    private static final String STATE =
            "case when f.valid_to <= :today then 'over' when f.valid_from > :today then 'coming' else 'force' end";

    @Bean
    MenuEntry finenessesEntry() {
        return new MenuEntry(
                "menu.materials", 350, "menu.finenesses", "rosette-discount-check", "/app/finenesses", Code.SEE);
    }

    @Bean
    RecordList finenessRecordList() {
        return RecordList.named("finenesses", "materials.finenesses")
                .permission(Code.SEE)
                .from("materials.fineness f join materials.material m on m.code = f.material_code")
                .key("f.material_code || '/' || f.tenths || '/' || f.valid_from")
                .everywhere()
                .link("/app/finenesses/{key}")
                .columns(
                        Column.code("fineness", "trim_scale(f.tenths / 10.0)")
                                .sort("f.tenths")
                                .always(),
                        Column.text("material", "m.name_{lang}"),
                        Column.date("from", "f.valid_from").always(),
                        Column.date("to", "f.valid_to - 1"),
                        Column.status(
                                "state",
                                STATE,
                                "materials.fineness.state",
                                Map.of("force", Tone.OK, "coming", Tone.INFO, "over", Tone.OFF)))
                .filters(
                        Filter.choice(
                                "state", STATE + " = :state", "materials.fineness.state", "force", "coming", "over"),
                        Filter.period("from", "f.valid_from"))
                .sort("-fineness")
                .build();
    }
}
