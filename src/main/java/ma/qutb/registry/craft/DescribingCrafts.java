package ma.qutb.registry.craft;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.registry.CraftCode;
import ma.qutb.registry.CraftWorded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is said of a craft: whether it is endangered, and what people call it. */
@Service
@Transactional
class DescribingCrafts {

    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DescribingCrafts(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds what a source says; earlier words stay, and the latest of them by its day holds.
     *
     * @throws Refusal without a source, or for a day that has not come
     */
    void declare(CraftCode craft, boolean endangered, LocalDate saidOn, String source) {
        if (source.isBlank()) {
            throw new Refusal("registry.craft.refusal.no-source");
        }
        if (saidOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("registry.craft.refusal.said-ahead", saidOn);
        }
        database.sql("""
                        insert into registry.craft_standing (id, craft_code, endangered, said_on, source, recorded_at)
                        values (:id, :craft, :endangered, :said_on, :source, :now) on conflict on constraint craft_standing_said_once do nothing
                        """)
                .param("id", Ids.next())
                .param("craft", craft.value())
                .param("endangered", endangered)
                .param("said_on", saidOn)
                .param("source", source)
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        database.sql("""
                        update registry.craft c set endangered = s.endangered, endangered_source = s.source,
                            endangered_since = extract(year from s.said_on)::int, version = c.version + 1
                        from (select * from registry.craft_standing where craft_code = :craft order by said_on desc, id desc limit 1) s
                        where c.code = :craft and (c.endangered, c.endangered_source) is distinct from (s.endangered, s.source)
                        """).param("craft", craft.value()).update();
    }

    /** A word somebody uses for the craft; one that is known already changes nothing. */
    void add(CraftCode craft, String language, String word) {
        if (word.isBlank()) {
            throw new Refusal("registry.craft.refusal.no-word");
        }
        int added = database.sql("""
                        insert into registry.craft_word (craft_code, language, word)
                        select code, :language, :word from registry.craft where code = :craft and not :word = any(synonyms_ar || synonyms_fr)
                        on conflict on constraint craft_word_pk do nothing
                        """)
                .param("craft", craft.value())
                .param("language", language)
                .param("word", word)
                .update();
        if (added > 0) {
            events.publishEvent(new CraftWorded(craft));
        }
    }

    /** Takes back a word the pole added; those of the reference data stay. */
    void takeBack(CraftCode craft, String language, String word) {
        database.sql("""
                        delete from registry.craft_word where craft_code = :craft and language = :language and word = :word
                        """)
                .param("craft", craft.value())
                .param("language", language)
                .param("word", word)
                .update();
        events.publishEvent(new CraftWorded(craft));
    }
}
