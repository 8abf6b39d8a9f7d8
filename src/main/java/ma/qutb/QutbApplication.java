package ma.qutb;

import ma.qutb.platform.EarlyDatabase;
import ma.qutb.platform.StartFailures;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Qutb, from the command line. A start that fails says why in one line and ends with status 1. */
@SpringBootApplication
@EnableScheduling
public class QutbApplication {

    public static void main(String[] arguments) {
        try {
            var application = new SpringApplication(QutbApplication.class);
            application.addInitializers(new EarlyDatabase());
            application.run(arguments);
        } catch (SpringApplication.AbandonedRunException asked) {
            throw asked;
        } catch (RuntimeException | Error failure) {
            System.err.println("Qutb: " + StartFailures.line(failure, System.getenv()));
            System.exit(1);
        }
    }
}
