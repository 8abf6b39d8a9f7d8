package ma.qutb.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** What every benchmark needs: medians, percentiles, the machine's load, and one JSON object a line. */
public final class Bench {

    private Bench() {}

    static {
        // Outside Spring Boot everything would be logged, and logging would be what is measured.
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.WARN);
    }

    /** Prints one figure, with the load of the machine over the last minute. */
    public static void figure(String name, double value, String unit, int samples) {
        System.out.println(String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"samples\":%d,\"load\":%.2f}",
                name,
                value,
                unit,
                samples,
                load()));
    }

    /** Says on standard error what is being done, so that standard output stays one figure a line. */
    public static void say(String format, Object... arguments) {
        System.err.println(String.format(Locale.ROOT, format, arguments));
    }

    /** Average number of processes wanting a processor over the last minute; negative if the system does not say. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    public static double median(double[] samples) {
        return percentile(samples, 50);
    }

    public static double p95(double[] samples) {
        return percentile(samples, 95);
    }

    private static double percentile(double[] samples, int percent) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(percent / 100.0 * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /** Milliseconds the work takes. */
    public static double milliseconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
