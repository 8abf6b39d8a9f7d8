package ma.qutb.bench;

import java.nio.file.Path;
import java.util.Map;

/** From {@code bin/run} to the first page answered, second start, without and with the class cache. */
final class StartBench {

    private static final int STARTS = 5;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/start").toAbsolutePath();
        RunningQutb.delete(data);
        Bench.say("first start, which loads everything …");
        RunningQutb.start(data, Map.of()).close();
        measure("start.second.s", data, Map.of("QUTB_AOT", "off"));
        measure("start.aot.s", data, Map.of());
        RunningQutb.delete(data);
    }

    private static void measure(String name, Path data, Map<String, String> environment) throws Exception {
        var seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (var qutb = RunningQutb.start(data, environment)) {
                seconds[i] = qutb.secondsToFirstPage();
            }
        }
        Bench.figure(name, Bench.median(seconds), "s", STARTS);
    }
}
