package ma.qutb.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Asks for pages over connections that stay open, with as little work as can be: the generator stands on the same machine as what it
 * measures. Every answer must be 200 and is read to its end.
 */
final class LeanBrowsers {

    private final int port;

    LeanBrowsers(int port) {
        this.port = port;
    }

    /** Pages a second that many browsers get when each asks again as soon as it is answered. */
    double perSecond(int browsers, int seconds, IntFunction<String> path) throws Exception {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        int pages = 0;
        for (var each : all(browsers, connection -> {
            int done = 0;
            while (System.nanoTime() < until) {
                connection.get(path.apply(next.getAndIncrement()));
                done++;
            }
            return done;
        })) {
            pages += each;
        }
        return pages / ((System.nanoTime() - begin) / 1e9);
    }

    /** Milliseconds from the moment each page was due, when so many are due a second; whoever is late does not slow the others down. */
    double[] latencies(int perSecond, int seconds, int browsers, IntFunction<String> path) throws Exception {
        var samples = new double[perSecond * seconds];
        var next = new AtomicInteger();
        long begin = System.nanoTime() + 100_000_000L;
        all(browsers, connection -> {
            for (int i = next.getAndIncrement(); i < samples.length; i = next.getAndIncrement()) {
                long due = begin + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    Thread.sleep(0, (int) Math.clamp(due - System.nanoTime(), 1, 900_000));
                }
                connection.get(path.apply(i));
                samples[i] = (System.nanoTime() - due) / 1e6;
            }
            return samples.length;
        });
        return samples;
    }

    static double p99(double[] samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }

    /** What one browser does; it says how much of it. */
    interface Visit {
        int by(LeanConnection connection) throws Exception;
    }

    /** What each of so many browsers did, each over a connection of its own. */
    int[] all(int browsers, Visit visit) throws Exception {
        try (var threads = Executors.newFixedThreadPool(browsers)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < browsers; i++) {
                work.add(() -> {
                    try (var connection = new LeanConnection(port)) {
                        return visit.by(connection);
                    }
                });
            }
            var done = new int[browsers];
            var results = threads.invokeAll(work);
            for (int i = 0; i < browsers; i++) {
                done[i] = results.get(i).get();
            }
            return done;
        }
    }
}
