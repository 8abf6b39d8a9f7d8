package ma.qutb.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import ma.qutb.support.Chromium;

/** What a phone downloads for the public home page: bytes on the wire with fonts and pictures, first and repeat visit. */
final class WebBench {

    private WebBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of("target/bench/web").toAbsolutePath();
        RunningQutb.delete(data);
        try (var qutb = RunningQutb.start(data, Map.of())) {
            var context = Chromium.shared().newContext(Chromium.phone());
            // The service worker fetches in the background what a first visit does not wait for; it is counted with it.
            Bench.figure("web.first_kb", visit(context, qutb.address() + "/ar"), "KB", 1);
            Bench.figure("web.repeat_kb", visit(context, qutb.address() + "/ar"), "KB", 1);
        }
        RunningQutb.delete(data);
        Chromium.close();
    }

    private static double visit(BrowserContext context, String address) {
        var bytes = new DoubleAdder();
        try (Page page = context.newPage()) {
            var tools = context.newCDPSession(page);
            tools.send("Network.enable");
            tools.on(
                    "Network.loadingFinished",
                    (JsonObject event) ->
                            bytes.add(event.get("encodedDataLength").getAsDouble()));
            page.navigate(address);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            // To the foot of the page, so that what loads late is counted.
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            page.waitForTimeout(1500);
        }
        return bytes.sum() / 1024;
    }
}
