package ma.qutb.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The short block in the terminal once Qutb answers: where it is, who may sign in, how to stop it. */
@Component
class StartUpBlock {

    private final boolean wanted;
    private final ObjectProvider<StartUpLines> lines;
    private final String publicAddress;

    StartUpBlock(
            @Value("${qutb.console:false}") boolean wanted,
            ObjectProvider<StartUpLines> lines,
            @Value("${qutb.public-address}") String publicAddress) {
        this.wanted = wanted;
        this.lines = lines;
        this.publicAddress = publicAddress;
    }

    /** Behind the first page: what the modules say wants beans of its own. */
    @EventListener
    void answering(AvailabilityChangeEvent<ReadinessState> change) {
        if (wanted && change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            Thread.ofPlatform().name("console").start(this::print);
        }
    }

    private void print() {
        var console = Console.of(System.getenv());
        System.out.println();
        System.out.println("  " + console.text("platform.ready.address", publicAddress));
        for (var module : lines.orderedStream().toList()) {
            for (var line : module.lines(publicAddress)) {
                System.out.println("  " + line);
            }
        }
        System.out.println("  " + console.text("platform.ready.stop"));
        System.out.println();
    }
}
