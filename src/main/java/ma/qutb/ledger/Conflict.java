package ma.qutb.ledger;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody used one key for two different requests: nothing was written for the second, which is answered with 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class Conflict extends RuntimeException {

    public Conflict(UUID key) {
        super("the key " + key + " already stands for another request");
    }
}
