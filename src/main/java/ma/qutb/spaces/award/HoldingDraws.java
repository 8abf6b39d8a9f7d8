package ma.qutb.spaces.award;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import ma.qutb.kernel.Actor;
import ma.qutb.kernel.Ids;
import ma.qutb.kernel.Refusal;
import ma.qutb.shell.Formats;
import ma.qutb.spaces.application.Application;
import ma.qutb.spaces.application.Applications;
import ma.qutb.spaces.call.Call;
import ma.qutb.spaces.draw.DrawFiles;
import ma.qutb.spaces.scoring.Scores;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises a draw before its ceremony, and writes down the seed that came out of it. */
@Service
@Transactional
public class HoldingDraws {

    private final JdbcClient database;
    private final AwardTable awards;
    private final Applications applications;
    private final Scores scores;
    private final Clock clock;

    HoldingDraws(JdbcClient database, AwardTable awards, Applications applications, Scores scores, Clock clock) {
        this.database = database;
        this.awards = awards;
        this.applications = applications;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * Closes the list of those who take part and publishes what is promised. The first draw is held when the call said.
     *
     * @param reason why it is held again; not asked for the first
     * @param ceremonyAt when the seed is drawn
     * @throws Refusal before the scores are final, while another one is promised, after the ceremony, or again without a reason
     */
    public Draw promise(Call call, String reason, Instant ceremonyAt, Actor by) {
        if (!scores.frozen(call.id())) {
            throw new Refusal("spaces.award.refusal.not-scored");
        }
        lock(call);
        var before = awards.draws(call.id());
        if (before.stream().anyMatch(it -> it.drawn().isEmpty())) {
            throw new Refusal("spaces.award.refusal.promised");
        }
        if (!before.isEmpty() && reason.isBlank()) {
            throw new Refusal("spaces.award.refusal.reason");
        }
        if (!clock.instant().isBefore(ceremonyAt)) {
            throw new Refusal("spaces.award.refusal.ceremony-past");
        }
        int sequence = before.size() + 1;
        var number = call.called() + "-T" + sequence;
        var list = DrawFiles.list(numbers(call));
        var source = call.seed().french() + " / " + call.seed().arabic() + ", " + Formats.shortDateTime(ceremonyAt);
        var id = Ids.next();
        database.sql("""
                        insert into spaces.draw (id, call_id, sequence, reason, number, list, commitment, ceremony_at, committed_at, committed_by_name)
                        values (:id, :call, :sequence, :reason, :number, :list, :commitment, :ceremony, :now, :name)
                        """)
                .param("id", id)
                .param("call", call.id().value())
                .param("sequence", sequence)
                .param("reason", before.isEmpty() ? "" : reason)
                .param("number", number)
                .param("list", list)
                .param("commitment", DrawFiles.commitment(number, list, source))
                .param("ceremony", ceremonyAt.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", by.displayName())
                .update();
        return awards.draw(id).orElseThrow();
    }

    /**
     * Writes down the seed, once, with who saw it drawn; the order follows.
     *
     * @throws Refusal before the ceremony, or when nothing is promised
     */
    public Draw drawn(Call call, String seed, String witnesses, Actor by) {
        lock(call);
        var draw = awards.latestDraw(call.id())
                .filter(it -> it.drawn().isEmpty())
                .orElseThrow(() -> new Refusal("spaces.award.refusal.nothing-promised"));
        var files = DrawFiles.drawn(draw.list().lines().toList(), draw.number(), source(draw), seed);
        try {
            database.sql("""
                            update spaces.draw set seed = :seed, witnesses = :witnesses, seed_file = :file, result_file = :result,
                                drawn_at = :now, drawn_by_name = :name where id = :id
                            """)
                    .param("seed", seed.strip())
                    .param("witnesses", witnesses.strip())
                    .param("file", files.seed())
                    .param("result", files.result())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("name", by.displayName())
                    .param("id", draw.id())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.when("draw_after_its_ceremony", e, "spaces.award.refusal.too-early");
        }
        return awards.draw(draw.id()).orElseThrow();
    }

    private static String source(Draw draw) {
        return draw.commitment().lines().toList().get(2).substring("seed-source ".length());
    }

    private List<String> numbers(Call call) {
        return applications.standing(call.id()).stream()
                .map(Application::number)
                .flatMap(it -> it.stream())
                .toList();
    }

    /** Two who do it at once follow each other. */
    private void lock(Call call) {
        database.sql("select 1 from spaces.committee where call_id = :call for update")
                .param("call", call.id().value())
                .query()
                .listOfRows();
    }
}
