package ma.qutb.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import ma.qutb.market.payment.fake.FakeAcquirer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The acquirer of {@code bin/fake-acquirer}, as a process of its own: it shares nothing with the shop but a key and the network. */
public final class FakeBank implements AutoCloseable {

    public static final String CLIENT = "600000000";
    public static final String KEY = "TEST|1234";

    private final Process process;
    private final URI address;

    private FakeBank(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    public static FakeBank start() {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeAcquirer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("QUTB_FAKE_PORT", "0");
        builder.environment().put("QUTB_CMI_CLIENT", CLIENT);
        builder.environment().put("QUTB_CMI_STORE_KEY", KEY);
        try {
            var process = builder.start();
            var said = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (said == null) {
                throw new IllegalStateException("the acquirer did not start");
            }
            return new FakeBank(process, URI.create(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells an application under test that this is its acquirer. */
    public void introduce(DynamicPropertyRegistry properties) {
        properties.add("qutb.market.cmi.client", () -> CLIENT);
        properties.add("qutb.market.cmi.store-key", () -> KEY);
        properties.add("qutb.market.cmi.address", () -> address.toString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
