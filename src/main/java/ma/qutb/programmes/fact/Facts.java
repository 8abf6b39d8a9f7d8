package ma.qutb.programmes.fact;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the publications say, from memory: some six hundred rows that change only when reference data is loaded. */
@Service
public class Facts {

    private final FactReading reading;
    private volatile @Nullable FactBook book;

    Facts(FactReading reading) {
        this.reading = reading;
    }

    /** After reference data was loaded. */
    public void forget() {
        book = null;
    }

    private FactBook book() {
        var known = book;
        if (known == null) {
            known = reading.read();
            book = known;
        }
        return known;
    }

    /** All of them, table by table, in the order of their files. */
    public List<Fact> all() {
        return book().facts();
    }

    /** Those of one table, for example {@code projects}. */
    public List<Fact> of(String table) {
        return book().of(table);
    }

    public Optional<Fact> find(String id) {
        return book().find(id);
    }

    /** The fact with this id, which the reference data is known to have. */
    public Fact get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no fact " + id));
    }

    /** All that is said of something, by its code. */
    public List<Fact> about(String subject) {
        return book().about(subject);
    }

    /** The facts that name this code in one of their cells. */
    public List<Fact> naming(String subject) {
        return all().stream()
                .filter(fact -> fact.table().columns().stream()
                        .filter(it -> it.kind() == Column.Kind.SUBJECT || it.kind() == Column.Kind.SUBJECTS)
                        .anyMatch(it -> it.list()
                                ? fact.list(it.name()).contains(subject)
                                : fact.text(it.name()).equals(subject)))
                .toList();
    }

    /** What something is called, by its code; the code itself where no fact speaks of it. */
    public Words nameOf(String subject) {
        return about(subject).stream()
                .findFirst()
                .map(Fact::title)
                .orElseGet(() -> new Words(subject, subject, subject));
    }

    public List<Publication> publications() {
        return book().publications();
    }

    /** The publication with this file name. */
    public Optional<Publication> publication(@Nullable String source) {
        return publications().stream().filter(it -> it.id().equals(source)).findFirst();
    }

    public List<Discrepancy> discrepancies() {
        return book().discrepancies();
    }

    public Optional<Discrepancy> discrepancy(String id) {
        return book().discrepancy(id);
    }

    /** Those that concern one of these facts, each once, in the order of their numbers. */
    public List<Discrepancy> discrepanciesOf(List<Fact> shown) {
        return discrepancies().stream()
                .filter(it ->
                        shown.stream().anyMatch(fact -> fact.discrepancies().contains(it.id())))
                .toList();
    }
}
