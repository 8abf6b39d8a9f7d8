package ma.qutb.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * From {@code bin/run} to the first page answered: the second start of a folder, later ones (median), and, to know what the cache is
 * worth, starts with {@code QUTB_AOT=off} (median). {@code bin/run} uses the cache by itself, so people never wait as long as the last.
 */
final class StartBench {

    private static final int STARTS = 5;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/start").toAbsolutePath();
        RunningQutb.delete(data);
        Bench.say("first start, which loads everything …");
        RunningQutb.start(data, Map.of()).close();
        measure("start.second.s", data, Map.of(), 1);
        measure("start.aot.s", data, Map.of(), STARTS);
        measure("start.without_cache.s", data, Map.of("QUTB_AOT", "off"), STARTS);
        RunningQutb.delete(data);
    }

    private static void measure(String name, Path data, Map<String, String> environment, int starts) throws Exception {
        var seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            try (var qutb = RunningQutb.start(data, environment)) {
                seconds[i] = qutb.secondsToFirstPage();
            }
        }
        Bench.figure(name, Bench.median(seconds), "s", starts);
    }
}
