package ma.qutb.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ma.qutb.QutbApplication;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Language;
import ma.qutb.support.TestActor;
import org.dhatim.fastexcel.Workbook;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Imports 100,000 rows, as CSV and as a workbook, in a process of its own so that its heap can be bounded. Prints seconds;
 * ends with 1 unless every row is in.
 */
final class HundredThousandRows {

    private static final int ROWS = 100_000;

    private HundredThousandRows() {}

    public static void main(String... formats) throws Exception {
        try (var context = new SpringApplicationBuilder(QutbApplication.class, MemberImport.Kinds.class)
                .run("--server.port=0", "--logging.level.root=warn")) {
            for (var format : formats) {
                int first = format.equals("csv") ? 10_000_000 : 20_000_000;
                run(context, format, format.equals("csv") ? csv(first) : xlsx(first));
            }
        } catch (IllegalStateException e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void run(ConfigurableApplicationContext context, String format, byte[] content) throws Exception {
        var importing = context.getBean(Importing.class);
        var jobs = context.getBean(Jobs.class);
        var kind = context.getBean(MemberImport.class);
        var actor = (Actor) TestActor.with("test.import-members").getPrincipal();
        long start = System.nanoTime();
        var id = importing.receive(kind, "list." + format, new ByteArrayInputStream(content), actor, Language.AR);
        importing.tryRows(
                jobs.find(id).orElseThrow(), kind, jobs.find(id).orElseThrow().mapping());
        var tried = done(jobs, id);
        long between = System.nanoTime();
        importing.store(tried);
        var stored = done(jobs, id);
        long end = System.nanoTime();
        System.out.printf(
                "import.100k.%s trial_s=%.1f store_s=%.1f heap_max_mb=%d file_mb=%d %s%n",
                format,
                (between - start) / 1e9,
                (end - between) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                content.length >> 20,
                stored.counts());
        if (stored.state() != Job.State.STORED || stored.stored().created() != ROWS) {
            throw new IllegalStateException("not all rows are in: " + stored);
        }
    }

    private static Job done(Jobs jobs, UUID id) throws InterruptedException {
        while (jobs.find(id).orElseThrow().state().working()) {
            Thread.sleep(100);
        }
        return jobs.find(id).orElseThrow();
    }

    private static String[] row(int number) {
        return new String[] {
            "فاطمة الزهراء أوعلا " + number, number % 2 == 0 ? "أنثى" : "ذكر", "06" + number, "24/11/2020", "1.250,50"
        };
    }

    private static byte[] csv(int first) {
        var text = new StringBuilder("الاسم الكامل;الجنس;الهاتف;تاريخ الانخراط;المساهمة\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(String.join(";", row(first + i))).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(int first) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("list");
            var headings = new String[] {"Nom complet", "Sexe", "Téléphone", "Date d'adhésion", "Part (DH)"};
            for (int i = 0; i <= ROWS; i++) {
                var cells = i == 0 ? headings : row(first + i);
                for (int j = 0; j < cells.length; j++) {
                    sheet.value(i, j, cells[j]);
                }
            }
        }
        return bytes.toByteArray();
    }
}
