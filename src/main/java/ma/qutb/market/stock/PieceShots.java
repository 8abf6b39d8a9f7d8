package ma.qutb.market.stock;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Refusal;
import ma.qutb.ledger.Poster;
import ma.qutb.market.PieceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos of one very piece, taken when the hall looked at it. Its passport shows them. */
@Service
@Transactional
public class PieceShots {

    private static final int MOST = 6;

    private final JdbcClient database;
    private final Clock clock;

    PieceShots(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One of them. */
    public record Shot(int position, UUID file) {}

    @Transactional(readOnly = true)
    public List<Shot> of(PieceId piece) {
        return database.sql("select position, file_id from market.piece_photo where piece_id = :id order by position")
                .param("id", piece.value())
                .query((row, number) -> new Shot(row.getInt("position"), row.getObject("file_id", UUID.class)))
                .list();
    }

    /**
     * Keeps a photo; the same one twice is one.
     *
     * @throws Refusal when there are enough
     */
    public void add(PieceId piece, UUID file, Poster by) {
        database.sql("select id from market.piece where id = :id for no key update")
                .param("id", piece.value())
                .query(UUID.class)
                .single();
        var there = of(piece);
        if (there.stream().anyMatch(it -> it.file().equals(file))) {
            return;
        }
        if (there.size() >= MOST) {
            throw new Refusal("market.photo.refusal.too-many", MOST);
        }
        database.sql("""
            insert into market.piece_photo (piece_id, position, file_id, taken_at, taken_by_name)
            values (:id, :position, :file, :now, :by)
            """)
                .param("id", piece.value())
                .param("position", there.isEmpty() ? 0 : there.getLast().position() + 1)
                .param("file", file)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
    }

    /** Takes back one that shows nothing, while the piece is here. */
    public void remove(PieceId piece, int position) {
        database.sql("""
            delete from market.piece_photo f using market.piece p
             where p.id = f.piece_id and p.state in ('received', 'inspected', 'on_sale', 'held') and f.piece_id = :id
               and f.position = :position
            """).param("id", piece.value()).param("position", position).update();
    }
}
