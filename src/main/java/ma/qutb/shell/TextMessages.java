package ma.qutb.shell;

import java.text.MessageFormat;
import java.util.Locale;
import ma.qutb.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/** The same texts for Spring: validation errors and refusals. */
class TextMessages extends AbstractMessageSource {

    private final Texts texts;

    TextMessages(Texts texts) {
        this.texts = texts;
        setAlwaysUseMessageFormat(false);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        if (code == null || !texts.has(code)) {
            return null;
        }
        var language = Language.of(locale == null ? "ar" : locale.getLanguage()).orElse(Language.AR);
        return texts.say(language, code, arguments == null ? new Object[0] : resolveArguments(arguments, locale));
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }
}
