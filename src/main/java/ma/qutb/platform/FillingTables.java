package ma.qutb.platform;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** A start on tables that this very build has filled before makes none of the parts that fill them. */
@Component
class FillingTables implements ApplicationRunner {

    private final ObjectProvider<Filling> fillings;
    private final StartLock lock;
    private final boolean demonstration;

    FillingTables(
            ObjectProvider<Filling> fillings, StartLock lock, @Value("${qutb.demo:false}") boolean demonstration) {
        this.fillings = fillings;
        this.lock = lock;
        this.demonstration = demonstration;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        lock.once(
                demonstration ? "with the demonstration" : "without the demonstration",
                () -> fillings.orderedStream().forEach(Filling::fill));
    }
}
