package ma.qutb.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rents of ten thousand leases, posted as a manager posts them, after a run that was killed in its middle; and five hundred clerks who
 * lease a hundred units at once.
 */
final class SpacesRentBench {

    private static final int LEASES = 10_000;
    private static final int UNITS = 100;
    private static final int ATTEMPTS = 500;
    private static final int KILLED_AFTER = 1000;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private SpacesRentBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/rents").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of())) {
            var database = ManyPeople.database(data);
            var site = site(database, "BENCH-RENTS", LEASES);
            leases(database, site);
            kill(qutb, database);
        }
        try (var qutb = RunningQutb.start(data, Map.of());
                var http = client()) {
            var database = ManyPeople.database(data);
            SignedIn.signIn(http, qutb.address(), "director");
            rest(http, qutb.address(), database);
            whole(http, qutb.address(), database);
            race(http, qutb.address(), database);
        }
        RunningQutb.delete(data);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Begins the run of last month and stops the process when some of it is written. */
    private static void kill(RunningQutb qutb, JdbcTemplate database) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            SignedIn.signIn(http, qutb.address(), "director");
            http.sendAsync(
                    run(qutb.address(), token(http, qutb.address()), month().minusMonths(1)),
                    HttpResponse.BodyHandlers.discarding());
            while (charges(database, month().minusMonths(1)) < KILLED_AFTER) {
                Thread.sleep(20);
            }
            qutb.kill();
        }
    }

    private static void rest(HttpClient http, String address, JdbcTemplate database)
            throws IOException, InterruptedException {
        int before = charges(database, month().minusMonths(1));
        send(http, run(address, token(http, address), month().minusMonths(1)));
        proved(database, month().minusMonths(1));
        Bench.say("killed after %d of %d rents, the rest was posted by the next run", before, LEASES);
    }

    /** Nothing of this month is posted yet. */
    private static void whole(HttpClient http, String address, JdbcTemplate database)
            throws IOException, InterruptedException {
        var run = run(address, token(http, address), month());
        long begin = System.nanoTime();
        send(http, run);
        double took = (System.nanoTime() - begin) / 1e9;
        proved(database, month());
        Bench.figure("spaces.rentrun10k.s", took, "s", 1);
    }

    private static void race(HttpClient http, String address, JdbcTemplate database)
            throws IOException, InterruptedException {
        var site = site(database, "BENCH-RACE", UNITS);
        var units =
                database.queryForList("select id from spaces.unit where site_id = ? order by number", UUID.class, site);
        var people = database.queryForList("select id from registry.person order by id limit " + ATTEMPTS, UUID.class);
        var token = token(http, address);
        var from = LocalDate.now(ZoneId.of("Africa/Casablanca")).toString();
        var answers = new ArrayList<CompletableFuture<HttpResponse<Void>>>();
        for (int i = 0; i < ATTEMPTS; i++) {
            var fields = "_csrf=" + token + "&tenant=person:" + people.get(i % people.size()) + "&from=" + from
                    + "&months=12&rent=600&charges=none&key=" + UUID.randomUUID();
            answers.add(http.sendAsync(
                    post(address + "/app/spaces/units/" + units.get(i % UNITS) + "/leases", fields),
                    HttpResponse.BodyHandlers.discarding()));
        }
        int leased = 0;
        int refused = 0;
        for (var answer : answers) {
            int status = answer.join().statusCode();
            leased += status == 302 ? 1 : 0;
            refused += status == 422 ? 1 : 0;
        }
        int kept = database.queryForObject(
                "select count(*)::int from spaces.lease l join spaces.unit u on u.id = l.unit_id where u.site_id = ?",
                Integer.class,
                site);
        Bench.say("%d attempts: %d leases, %d refusals", ATTEMPTS, leased, refused);
        if (leased != UNITS || kept != UNITS || refused != ATTEMPTS - UNITS) {
            throw new IOException(leased + " leases, " + kept + " kept, " + refused + " refusals");
        }
        Bench.figure("spaces.race.overlaps", Math.abs(kept - UNITS), "", ATTEMPTS);
    }

    /** Every lease owes the month once, and the ledger has an entry for each. */
    private static void proved(JdbcTemplate database, YearMonth month) throws IOException {
        int posted = database.queryForObject("""
                select count(distinct c.lease_id)::int from spaces.rent_charge c join ledger.entry e on e.key = c.id
                  join spaces.lease l on l.id = c.lease_id join spaces.unit u on u.id = l.unit_id
                  join spaces.site s on s.id = u.site_id and s.code = 'BENCH-RENTS'
                 where c.month = ?::date
                """, Integer.class, month.atDay(1).toString());
        if (posted != LEASES || charges(database, month) != LEASES) {
            throw new IOException(
                    posted + " leases with an entry, " + charges(database, month) + " charges in " + month);
        }
    }

    private static int charges(JdbcTemplate database, YearMonth month) {
        return database.queryForObject("""
                select count(*)::int from spaces.rent_charge c join spaces.lease l on l.id = c.lease_id join spaces.unit u on u.id = l.unit_id
                  join spaces.site s on s.id = u.site_id and s.code = 'BENCH-RENTS' where c.month = ?::date
                """, Integer.class, month.atDay(1).toString());
    }

    private static UUID site(JdbcTemplate database, String code, int units) {
        var site = UUID.randomUUID();
        database.update("""
                insert into spaces.site (id, code, kind, name_ar, name_fr, name_en, territory_code, territories, state, demonstration, version)
                values (?, ?, 'activity_zone', 'قياس', 'mesure', 'measure', 'C-GUE', '{C-GUE}', 'in_use', true, 1)
                """, site, code);
        database.update("""
                insert into spaces.unit (id, site_id, number, kind, area_dm2, water, power_kw, three_phase, gas, drainage,
                    accessible, noise, dust, fire, smell, during, version)
                select gen_random_uuid(), ?, n::text, 'shop', 1800, true, 3, false, false, false, true, 1, 1, 1, 1,
                       daterange(current_date - 730, null), 1 from generate_series(1, ?) n
                """, site, units);
        return site;
    }

    /** Signed leases since the beginning of last month, tenants in turn. */
    private static void leases(JdbcTemplate database, UUID site) {
        var from = month().minusMonths(1).atDay(1).toString();
        database.update("""
                insert into spaces.tenant (id, person_id, name_ar, name_latin, demonstration)
                select id, id, 'قياس', 'mesure', true from registry.person on conflict do nothing
                """);
        // In one statement: which unit has which lease is known to it alone.
        database.update("""
                with made as materialized (
                    select gen_random_uuid() as lease, gen_random_uuid() as occupancy, u.id as unit, p.id as person
                      from (select id, row_number() over (order by number) as n from spaces.unit where site_id = ?) u
                      join (select id, row_number() over (order by id) - 1 as n, count(*) over () as many from registry.person) p
                        on p.n = u.n % p.many
                ), occupied as (
                    insert into spaces.occupancy (id, unit_id, person_id, kind, during, version)
                    select occupancy, unit, person, 'lease', daterange(?::date, ?::date + 730), 1 from made
                ), leased as (
                    insert into spaces.lease (id, unit_id, tenant_id, occupancy_id, template_id, starts_on, agreed_until, ends_on, deposit, charges,
                        state, tenant_signed_on, pole_signed_on, created_by, created_by_name, created_at, version)
                    select lease, unit, person, occupancy, (select id from spaces.lease_template order by valid_from limit 1), ?::date,
                           ?::date + 730, ?::date + 730, 0, 'none', 'signed', ?::date, ?::date, 'bench', 'bench', now(), 1 from made
                )
                insert into spaces.lease_rent (lease_id, from_on, rent, why)
                select lease, ?::date, 60000 + abs(hashtext(lease::text)) % 9000, 'start' from made
                """, site, from, from, from, from, from, from, from, from);
        database.execute("analyze spaces.lease, spaces.lease_rent, spaces.tenant, spaces.unit, spaces.occupancy");
    }

    private static YearMonth month() {
        return YearMonth.now(ZoneId.of("Africa/Casablanca"));
    }

    private static HttpRequest run(String address, String token, YearMonth month) {
        return post(address + "/app/spaces/rents/runs", "_csrf=" + token + "&month=" + month);
    }

    private static HttpRequest post(String address, String fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private static void send(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 302) {
            throw new IOException(request.uri() + " answers " + status);
        }
    }

    private static String token(HttpClient http, String address) throws IOException, InterruptedException {
        var page = http.send(
                HttpRequest.newBuilder(URI.create(address + "/app/spaces/rents"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var token = CSRF.matcher(page.body());
        if (!token.find()) {
            throw new IOException("the page of rents has no form: " + page.statusCode());
        }
        return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }
}
