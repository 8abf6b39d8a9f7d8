package ma.qutb.platform;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The short block in the terminal once Qutb answers: where it is, who may sign in, how to stop it. */
@Component
class StartUpBlock {

    private final boolean wanted;
    private final List<StartUpLines> lines;
    private final String publicAddress;

    StartUpBlock(
            @Value("${qutb.console:false}") boolean wanted,
            List<StartUpLines> lines,
            @Value("${qutb.public-address}") String publicAddress) {
        this.wanted = wanted;
        this.lines = lines;
        this.publicAddress = publicAddress;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void print() {
        if (!wanted) {
            return;
        }
        var console = Console.of(System.getenv());
        System.out.println();
        System.out.println("  " + console.text("platform.ready.address", publicAddress));
        for (var module : lines) {
            for (var line : module.lines(publicAddress)) {
                System.out.println("  " + line);
            }
        }
        System.out.println("  " + console.text("platform.ready.stop"));
        System.out.println();
    }
}
