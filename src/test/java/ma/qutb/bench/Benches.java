package ma.qutb.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code bin/bench}: runs the asked groups, each benchmark in a process of its own, and prints their figures as a table. */
public final class Benches {

    private static final Pattern FIGURE = Pattern.compile(
            "\\{\"name\":\"([^\"]+)\",\"value\":([-0-9.]+),\"unit\":\"([^\"]*)\",\"samples\":(\\d+),\"load\":([-0-9.]+)}");

    /** Group, then the classes whose {@code main} prints figures. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "registry",
                List.of("RegistrySearchBench", "RegistryPagesBench", "RegistryImportBench", "RegistryExportBench"));
        GROUPS.put("ledger", List.of("LedgerEntriesBench", "LedgerReadingBench"));
        GROUPS.put("fund", List.of("FundPageBench"));
        GROUPS.put("materials", List.of("MaterialsSalesBench"));
        GROUPS.put("market", List.of("MarketPagesBench", "MarketCheckoutBench"));
        GROUPS.put("shop", List.of("ShopBench"));
        GROUPS.put("spaces", List.of("SpacesPlanBench", "SpacesAllocationBench", "SpacesRentBench"));
        GROUPS.put("start", List.of("StartBench"));
        GROUPS.put("web", List.of("WebBench"));
        GROUPS.put("memory", List.of("MemoryBench"));
    }

    private Benches() {}

    public static void main(String[] arguments) throws Exception {
        var asked = new ArrayList<String>();
        Path json = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                json = Path.of(arguments[++i]);
            } else {
                asked.add(arguments[i]);
            }
        }
        for (var group : asked) {
            if (!GROUPS.containsKey(group)) {
                System.err.println(
                        "Qutb: no benchmarks named " + group + "; there are " + String.join(", ", GROUPS.keySet()));
                System.exit(1);
            }
        }
        System.out.printf("%-34s %12s  %-6s %8s %6s%n", "figure", "value", "unit", "samples", "load");
        try (var file =
                json == null ? null : new PrintStream(Files.newOutputStream(json), true, StandardCharsets.UTF_8)) {
            boolean failed = false;
            for (var group : asked.isEmpty() ? GROUPS.keySet() : asked) {
                for (var bench : GROUPS.get(group)) {
                    failed |= run(bench, file) != 0;
                }
            }
            System.exit(failed ? 1 : 0);
        }
    }

    /** A second benchmark must not inherit the first one's heap, caches or compiled code. */
    private static int run(String bench, @org.jspecify.annotations.Nullable PrintStream json)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benches.class.getPackageName() + "." + bench)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = reader.readLine()) != null) {
                var figure = FIGURE.matcher(line);
                if (figure.matches()) {
                    System.out.printf(
                            "%-34s %12s  %-6s %8s %6s%n",
                            figure.group(1), figure.group(2), figure.group(3), figure.group(4), figure.group(5));
                    if (json != null) {
                        json.println(line);
                    }
                }
            }
        }
        return process.waitFor();
    }
}
