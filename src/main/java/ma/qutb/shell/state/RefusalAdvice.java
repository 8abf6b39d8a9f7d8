package ma.qutb.shell.state;

import ma.qutb.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A refusal that no form took up is still something the reader can understand. */
@ControllerAdvice
class RefusalAdvice {

    private final MessageSource messages;

    RefusalAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView say(Refusal refusal) {
        return new ModelAndView("shell/state/refused", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("reason", messages.getMessage(refusal, LocaleContextHolder.getLocale()));
    }
}
