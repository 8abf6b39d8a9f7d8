package ma.qutb.ledger.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ma.qutb.ledger.EntryId;
import ma.qutb.ledger.Source;
import org.jspecify.annotations.Nullable;

/** Drafts of one book as {@code ledger.post} takes them: an array for each column, and one for each column of their lines. */
final class EntryArrays {

    static final String POST = "select p.key, p.entry, p.payload" + from();
    static final String POST_WITHOUT_WAITING =
            "select p.key, p.entry, p.payload, set_config('synchronous_commit', 'off', true)" + from();

    private static String from() {
        return """
                  from ledger.post(:book, :now, :today, cast(:ids as uuid[]), cast(:keys as uuid[]), cast(:payloads as bytea[]), :kinds,
                       cast(:days as date[]), :actors, :actor_names, :reasons, :source_kinds, cast(:source_ids as uuid[]),
                       cast(:reversals as uuid[]), cast(:postings as bytea[]), cast(:places as int[]), cast(:lines as smallint[]),
                       cast(:accounts as uuid[]), cast(:amounts as bigint[])) p
                """.indent(1);
    }

    private final List<SignedDraft> drafts;
    private final List<String> places = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<String> amounts = new ArrayList<>();

    EntryArrays(List<SignedDraft> drafts) {
        this.drafts = drafts;
        for (int place = 1; place <= drafts.size(); place++) {
            int line = 1;
            for (var it : drafts.get(place - 1).draft().lines()) {
                places.add(String.valueOf(place));
                lines.add(String.valueOf(line++));
                accounts.add(it.account().value().toString());
                amounts.add(String.valueOf(it.amount()));
            }
        }
    }

    Map<String, Object> parameters(Instant now, LocalDate today) {
        var said = new HashMap<String, Object>();
        said.put("book", drafts.getFirst().draft().book().value());
        said.put("now", now.atOffset(ZoneOffset.UTC));
        said.put("today", today);
        said.put("ids", texts(it -> it.id().value()));
        said.put("keys", texts(it -> it.draft().key()));
        said.put("payloads", texts(it -> hex(it.payload())));
        said.put("kinds", texts(it -> it.draft().kind()));
        said.put("days", texts(it -> it.draft().occurredOn()));
        said.put("actors", texts(it -> it.poster().id()));
        said.put("actor_names", texts(it -> it.poster().name()));
        said.put("reasons", texts(it -> it.draft().reason()));
        said.put("source_kinds", texts(it -> source(it, Source::kind)));
        said.put("source_ids", texts(it -> source(it, Source::id)));
        said.put("reversals", texts(it -> reversed(it.reversalOf())));
        said.put("postings", texts(it -> hex(it.postings())));
        said.put("places", places.toArray(String[]::new));
        said.put("lines", lines.toArray(String[]::new));
        said.put("accounts", accounts.toArray(String[]::new));
        said.put("amounts", amounts.toArray(String[]::new));
        return said;
    }

    private static @Nullable Object source(SignedDraft it, Function<Source, Object> part) {
        var source = it.draft().source();
        return source == null ? null : part.apply(source);
    }

    private static @Nullable Object reversed(@Nullable EntryId entry) {
        return entry == null ? null : entry.value();
    }

    private static String hex(byte[] digest) {
        return "\\x" + HexFormat.of().formatHex(digest);
    }

    private @Nullable String[] texts(Function<SignedDraft, @Nullable Object> value) {
        var texts = new @Nullable String[drafts.size()];
        for (int i = 0; i < texts.length; i++) {
            var it = value.apply(drafts.get(i));
            texts[i] = it == null ? null : it.toString();
        }
        return texts;
    }
}
