package ma.qutb.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plan of a site of a hundred shops, and of a thousand, as a director's browser asks for it on days past and planned. */
final class SpacesPlanBench {

    private static final int SAMPLES = 200;
    private static final int WARMING = 150;
    /** Days asked for, in months from today. */
    private static final int[] MONTHS = {0, -6, -12, 3, -18, -1};

    private SpacesPlanBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/spaces").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of());
                var http = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            var database = ManyPeople.database(data);
            var hundred = site(database, 100);
            var thousand = site(database, 1000);
            SignedIn.signIn(http, qutb.address(), "director");
            measure(http, qutb.address(), "spaces.plan100.ms", hundred);
            measure(http, qutb.address(), "spaces.plan1000.ms", thousand);
        }
        RunningQutb.delete(data);
    }

    /** Shops in rows of 25, each let to one after another for two years. */
    private static UUID site(JdbcTemplate database, int shops) {
        var site = UUID.randomUUID();
        var level = UUID.randomUUID();
        database.update("""
                insert into spaces.site (id, code, kind, name_ar, name_fr, name_en, territory_code, territories, state, demonstration, version)
                values (?, ?, 'activity_zone', 'قياس', 'mesure', 'measure', 'C-GUE', '{C-GUE}', 'in_use', true, 1)
                """, site, "BENCH-" + shops);
        database.update("""
                insert into spaces.level (id, site_id, floor, min_x, min_y, width, height, version)
                values (?, ?, 0, 0, 0, 13000, ?, 1)
                """, level, site, shops / 25 * 500);
        database.update("""
                insert into spaces.unit (id, site_id, level_id, number, kind, area_dm2, shape, water, power_kw, three_phase, gas, drainage,
                    accessible, noise, dust, fire, smell, during, version)
                select gen_random_uuid(), ?, ?, n::text, 'shop', 1800, array[x, y, x + 450, y, x + 450, y + 400, x, y + 400], true, 3, false,
                       false, false, true, 1, 1, 1, 1, daterange(current_date - 730, null), 1
                  from (select n, (n - 1) % 25 * 500 as x, (n - 1) / 25 * 480 as y from generate_series(1, ?) n) numbered
                """, site, level, shops);
        database.update("""
                insert into spaces.unit_state (unit_id, state, during)
                select id, 'ready', during from spaces.unit where site_id = ?
                """, site);
        database.update("""
                insert into spaces.occupancy (id, unit_id, person_id, craft_code, kind, during, version)
                select gen_random_uuid(), u.id, p.id, (array['JEW', 'WEV', 'LEA', 'TLR'])[1 + u.number::int % 4], 'lease',
                       daterange(current_date - 730 + turn * 240, current_date - 730 + turn * 240 + 200 + u.number::int % 30), 1
                  from spaces.unit u cross join generate_series(0, 3) turn
                  join (select id, row_number() over (order by id) as n from registry.person) p on p.n = 1 + (u.number::int * 3 + turn) % 1500
                 where u.site_id = ?
                """, site);
        database.execute("analyze spaces.unit, spaces.unit_state, spaces.occupancy");
        return site;
    }

    private static void measure(HttpClient http, String address, String name, UUID site)
            throws IOException, InterruptedException {
        var samples = new double[SAMPLES];
        for (int i = -WARMING; i < SAMPLES; i++) {
            var path = "/app/spaces/plan?site=" + site + "&months=" + MONTHS[Math.floorMod(i, MONTHS.length)]
                    + (i % 3 == 0 ? "&colour=craft" : "");
            long begin = System.nanoTime();
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
            double took = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200 || !answer.body().contains("class=\"q-plan\"")) {
                throw new IOException(path + " answers " + answer.statusCode());
            }
            if (i >= 0) {
                samples[i] = took;
            }
        }
        Bench.figure(name, Bench.p95(samples), "ms", SAMPLES);
        Bench.say("%s: median %.1f ms", name, Bench.median(samples));
    }
}
