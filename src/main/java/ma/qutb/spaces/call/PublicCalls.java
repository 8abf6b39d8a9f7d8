package ma.qutb.spaces.call;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import ma.qutb.kernel.Language;
import ma.qutb.shell.Formats;
import ma.qutb.shell.HomeNotice;
import ma.qutb.shell.PublicPages;
import ma.qutb.shell.Texts;
import org.springframework.stereotype.Component;

/** Where the public finds calls: on the home page while they are open, and in the site map. */
@Component
class PublicCalls implements HomeNotice, PublicPages {

    private final Calls calls;
    private final ReadingCalls reading;
    private final Texts texts;
    private final Clock clock;

    PublicCalls(Calls calls, ReadingCalls reading, Texts texts, Clock clock) {
        this.calls = calls;
        this.reading = reading;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Notice> now(Language reader) {
        return calls.published().stream()
                .filter(it -> it.open(clock.instant()))
                .map(reading::page)
                .map(it -> new Notice(
                        it.publicPath(reader),
                        "speakerphone",
                        texts.say(
                                reader,
                                "spaces.call.home",
                                it.units().size(),
                                it.site().name().in(reader)),
                        texts.say(
                                reader,
                                "spaces.call.home.until",
                                Formats.shortDateTime(it.call().calendar().closesAt())),
                        it.call().demonstration()))
                .toList();
    }

    @Override
    public List<String> paths() {
        return Stream.concat(Stream.of("/calls"), calls.published().stream().map(it -> "/calls/" + it.called()))
                .toList();
    }
}
