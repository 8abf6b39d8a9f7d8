package ma.qutb.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ma.qutb.kernel.Scope;
import ma.qutb.support.TestActor;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest
@AutoConfigureMockMvc
@Import(MemberImport.Kinds.class)
class ImportTests {

    private static final Authentication CLERK = TestActor.with("test.import-members");
    private static final Charset ARABIC = Charset.forName("windows-1256");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Jobs jobs;

    @Autowired
    Progress progress;

    @Autowired
    ImportWorker worker;

    private String mark;

    @BeforeEach
    void ownPhones() {
        // Every test brings phone numbers and names of its own.
        mark = UUID.randomUUID().toString().substring(0, 8);
        MemberImport.BREAKS_AFTER.set(-1);
    }

    private String phone(int number) {
        return "06%08d".formatted(Math.floorMod(Long.parseLong(mark, 16) * 31 + number, 100_000_000L));
    }

    @Test
    void aListNobodyKnowsIsNotFound() throws Exception {
        var job = received("members.csv", "Nom;Téléphone\nA;".concat(phone(1)).getBytes(StandardCharsets.UTF_8));
        database.update("update importing.import_job set kind = 'unknown' where id = ?", job);

        for (var path :
                new String[] {"kinds/unknown", "kinds/unknown/template.csv", job.toString(), job + "/rejected"}) {
            web.perform(get("/app/imports/" + path).with(authentication(CLERK))).andExpect(status().isNotFound());
        }
        web.perform(multipart("/app/imports/kinds/unknown")
                        .file(new MockMultipartFile("file", "members.csv", null, new byte[] {'A'}))
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().isNotFound());
        for (var act : new String[] {"/trial?column=name", "/storage", "/discarding"}) {
            web.perform(post("/app/imports/" + job + act).with(csrf()).with(authentication(CLERK)))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/app/imports").with(authentication(CLERK)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString(job.toString()))));
    }

    private ResultActions send(String name, byte[] content) throws Exception {
        return web.perform(multipart("/app/imports/kinds/members")
                .file(new MockMultipartFile("file", name, null, content))
                .with(csrf())
                .with(authentication(CLERK)));
    }

    private UUID received(String name, byte[] content) throws Exception {
        var address = send(name, content)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(String.valueOf(address).substring("/app/imports/".length()));
    }

    private Job tried(String name, byte[] content) throws Exception {
        var id = received(name, content);
        var request = post("/app/imports/" + id + "/trial").with(csrf()).with(authentication(CLERK));
        job(id).mapping().forEach(it -> request.param("column", it));
        web.perform(request).andExpect(status().isFound());
        return done(id);
    }

    private Job stored(Job job) throws Exception {
        web.perform(post("/app/imports/" + job.id() + "/storage").with(csrf()).with(authentication(CLERK)))
                .andExpect(status().isFound());
        return done(job.id());
    }

    private Job done(UUID id) {
        await().atMost(Duration.ofMinutes(2)).until(() -> !job(id).state().working());
        return job(id);
    }

    private Job job(UUID id) {
        return jobs.find(id).orElseThrow();
    }

    private String page(UUID id) throws Exception {
        return web.perform(get("/app/imports/" + id + "?rejected=false").with(authentication(CLERK)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int members() {
        return count("select count(*) from import_test.member where name like '%" + mark + "%'");
    }

    private int count(String sql) {
        var number = database.queryForObject(sql, Integer.class);
        return number == null ? -1 : number;
    }

    private byte[] list(Charset charset, String... rows) {
        return ("الاسم الكامل;الجنس;رقم الهاتف;تاريخ الانخراط;المساهمة\n" + String.join("\n", rows)).getBytes(charset);
    }

    @Test
    void anArabicFileOfWindowsGoesFromUploadToReport() throws Exception {
        var job = tried(
                "أعضاء.csv",
                list(
                        ARABIC,
                        "فاطمة " + mark + ";أنثى;" + phone(1) + ";24/11/2025;1.285.835",
                        "السالكة " + mark + ";femme;+212" + phone(2).substring(1) + ";3 غشت 2020;50 مليون"));

        assertThat(job.form().charset()).isEqualTo(ARABIC);
        assertThat(job.counts()).isEqualTo(new Job.Counts(2, 2, 0, 0, 0));
        assertThat(members()).as("a trial stores nothing").isZero();

        assertThat(stored(job).stored().created()).isEqualTo(2);
        assertThat(count("select share::int from import_test.member where name = 'السالكة " + mark + "'"))
                .isEqualTo(50_000_000);
        assertThat(page(job.id())).contains("دخلت الصفوف السليمة كلها");
    }

    @Test
    void everyBadRowIsToldWithLineColumnValueAndReason() throws Exception {
        var job = tried(
                "list.csv",
                list(
                        StandardCharsets.UTF_8,
                        "حسن " + mark + ";ذكر;0612;31/02/2020;كثير",
                        ";ذكر;" + phone(1) + ";;",
                        "x".repeat(10_000) + ";;;;",
                        "سعيد 😀 " + mark + ";;;;",
                        "أحمد\u202E " + mark + ";ذكر;" + phone(2) + ";;",
                        "منى " + mark + ";غير ذلك;;;",
                        "سعاد " + mark + ";;" + phone(3) + ";;",
                        "سعاد ثانية " + mark + ";;" + phone(3) + ";;"));

        assertThat(job.counts()).isEqualTo(new Job.Counts(8, 2, 1, 6, 0));
        assertThat(page(job.id()))
                .contains("لا وجود لهذا اليوم في التقويم: «31/02/2020»")
                .contains("«كثير» ليس عددا")
                .contains("ضروري ولم يُكتب")
                .contains("طويل جدا: 10000 حرفا والحد 200")
                .contains("الاسم لا يحمل رموزا مصورة")
                .contains("فيه رموز خفية حُذفت")
                .contains("هو نفسه الذي في السطر 8");
    }

    @Test
    void rejectedRowsComeBackAsAFileThatCanBeCorrectedAndSentAgain() throws Exception {
        var job = tried(
                "list.csv",
                list(
                        StandardCharsets.UTF_8,
                        "حسن " + mark + ";ذكر;" + phone(1) + ";31/02/2020;=1+1",
                        "منى " + mark + ";أنثى;" + phone(2) + ";;"));
        var file = web.perform(get("/app/imports/" + job.id() + "/rejected").with(authentication(CLERK)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        var text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).contains("سبب الرفض").contains("31/02/2020;'=1+1;").doesNotContain("منى");

        var corrected = text.replace("31/02/2020", "28/02/2020").replace("'=1+1", "12,5");
        assertThat(stored(tried("corrected.csv", corrected.getBytes(StandardCharsets.UTF_8)))
                        .stored()
                        .created())
                .isEqualTo(1);
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        var file = list(StandardCharsets.UTF_8, "حسن " + mark + ";ذكر;" + phone(1) + ";;", "منى " + mark + ";أنثى;;;");
        stored(tried("list.csv", file));
        var again = tried("list.csv", file);

        assertThat(again.counts()).isEqualTo(new Job.Counts(2, 0, 0, 0, 2));
        web.perform(post("/app/imports/" + again.id() + "/storage").with(csrf()).with(authentication(CLERK)))
                .andExpect(status().isUnprocessableContent());
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void aFaultInTheMiddleLeavesNothingAndSaysSo() throws Exception {
        var rows = new StringBuilder();
        for (int i = 0; i < 5_500; i++) {
            rows.append("عضو ")
                    .append(i)
                    .append(' ')
                    .append(mark)
                    .append(";;")
                    .append(phone(i))
                    .append(";;\n");
        }
        var job = tried("list.csv", list(StandardCharsets.UTF_8, rows.toString()));
        MemberImport.BREAKS_AFTER.set(4);
        var broken = stored(job);

        assertThat(broken.state()).isEqualTo(Job.State.TRIED);
        assertThat(members()).isZero();
        assertThat(page(job.id())).contains("وقع عطل ولم يدخل أي صف");

        assertThat(stored(broken).stored().created()).isEqualTo(5_500);
        assertThat(members()).isEqualTo(5_500);
    }

    @Test
    void aNodeThatDiesWhileStoringLeavesNothingAndTheNextOneSaysSo() throws Exception {
        var job = tried("list.csv", list(StandardCharsets.UTF_8, "حسن " + mark + ";;;;"));
        // What a killed node leaves behind: the wish to store, work begun, and no lock.
        progress.begin(job.id(), "storing");
        jobs.move(job.id(), Job.State.TRIED, Job.State.STORING);
        worker.work(job.id());

        assertThat(job(job.id()).failure()).isEqualTo("importing.failure.interrupted");
        assertThat(page(job.id())).contains("توقف العمل قبل أن يكتمل، ولم يدخل أي صف");
        assertThat(members()).isZero();
    }

    @Test
    void aFileOfTwoEncodingsIsToldWithTheLine() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(list(StandardCharsets.UTF_8, "حسن;;;;", "منى;;;;", ""));
        bytes.write("خديجة;;;;\n".getBytes(ARABIC));

        send("mixed.csv", bytes.toByteArray())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("السطر 4 بترميز windows-1256")));
    }

    @Test
    void aWorkbookIsReadWithItsNumbersAndDays() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("أعضاء");
            var headings = new String[] {"Nom complet", "Téléphone", "Date d'adhésion", "Part (DH)"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            sheet.value(1, 0, "فاطمة " + mark);
            sheet.value(1, 1, Long.parseLong(phone(1).substring(1)));
            sheet.value(1, 2, java.time.LocalDate.of(2025, 11, 24));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            sheet.value(1, 3, 1234.125);
        }
        var job = tried("members.xlsx", bytes.toByteArray());

        assertThat(job.mapping()).containsExactly("name", "phone", "joined", "share");
        assertThat(stored(job).stored().created()).isEqualTo(1);
        assertThat(database.queryForMap(
                        "select joined::text, share::text, phone from import_test.member where name like ?",
                        "%" + mark))
                .containsEntry("joined", "2025-11-24")
                .containsEntry("share", "1234.125")
                .containsEntry("phone", "+212" + phone(1).substring(1));
    }

    @Test
    void aZipBombIsRefusedBeforeItExpands() throws Exception {
        send("bomb.xlsx", bomb())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("الملف يتمدد عند فتحه")));
    }

    private static byte[] bomb() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileThatLiesAboutItsTypeIsRefused() throws Exception {
        send("list.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})
                .andExpect(status().isUnprocessableContent());
        send("list.xlsx", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).andExpect(status().isUnprocessableContent());
        send("list.xlsx", new byte[0]).andExpect(status().isUnprocessableContent());
        // A CSV under the name of a workbook is read as what it is.
        received("list.xlsx", list(StandardCharsets.UTF_8, "حسن;;;;"));
    }

    @Test
    void columnsCanBePutRightByHandAndRequiredOnesMustBeThere() throws Exception {
        var id = received("list.csv", ("a,b\nحسن " + mark + ",ذكر").getBytes(StandardCharsets.UTF_8));
        assertThat(job(id).mapping()).containsExactly("", "");
        web.perform(post("/app/imports/" + id + "/trial")
                        .param("column", "", "sex")
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post("/app/imports/" + id + "/trial")
                        .param("column", "name", "sex")
                        .with(csrf())
                        .with(authentication(CLERK)))
                .andExpect(status().isFound());
        assertThat(done(id).counts().good()).isEqualTo(1);
    }

    @Test
    void somebodyElsesImportIsNotFound() throws Exception {
        var id = received("list.csv", list(StandardCharsets.UTF_8, "حسن;;;;"));
        var colleague = TestActor.within(new Scope.Within(Set.of("P-TAN")), "test.import-members");

        web.perform(get("/app/imports/" + id).with(authentication(colleague))).andExpect(status().isNotFound());
        web.perform(get("/app/imports/" + id).with(authentication(TestActor.with("test.other"))))
                .andExpect(status().isNotFound());
        web.perform(get("/app/imports/kinds/members").with(authentication(TestActor.with("test.other"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatIsDiscardedIsGone() throws Exception {
        var id = received("list.csv", list(StandardCharsets.UTF_8, "حسن;;;;"));
        web.perform(post("/app/imports/" + id + "/discarding").with(csrf()).with(authentication(CLERK)))
                .andExpect(status().isFound());

        web.perform(get("/app/imports/" + id).with(authentication(CLERK))).andExpect(status().isNotFound());
        assertThat(count("select count(*) from importing.import_part where job = '" + id + "'"))
                .isZero();
    }

    @Test
    void templatesAreOfferedInBothFormats() throws Exception {
        web.perform(get("/app/imports/kinds/members/template.csv").with(authentication(CLERK)))
                .andExpect(content().string("\uFEFFالاسم الكامل;الجنس;الهاتف;تاريخ الانخراط;المساهمة\r\n"));
        web.perform(get("/app/imports/kinds/members/template.xlsx").with(authentication(CLERK)))
                .andExpect(status().isOk());
        web.perform(get("/app/imports").with(authentication(CLERK))).andExpect(status().isOk());
        web.perform(get("/app/imports/kinds/members").with(authentication(CLERK)))
                .andExpect(status().isOk());
    }
}
