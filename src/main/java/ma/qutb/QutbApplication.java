package ma.qutb;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Qutb, from the command line. */
@SpringBootApplication
public class QutbApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QutbApplication.class, arguments);
    }
}
