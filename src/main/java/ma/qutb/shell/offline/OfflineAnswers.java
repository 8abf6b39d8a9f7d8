package ma.qutb.shell.offline;

import java.util.function.Supplier;
import ma.qutb.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a device is answered: what it came to, or with 422 a sentence it shows beside the sale that waits. */
@Component
public class OfflineAnswers {

    private final MessageSource messages;

    OfflineAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /** Why something was not done, in the reader's language. */
    public record Problem(String message) {}

    public ResponseEntity<Object> of(Supplier<?> act) {
        try {
            return ResponseEntity.ok(act.get());
        } catch (Refusal refusal) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(new Problem(messages.getMessage(refusal, LocaleContextHolder.getLocale())));
        }
    }
}
