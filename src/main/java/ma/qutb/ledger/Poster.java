package ma.qutb.ledger;

import ma.qutb.kernel.Actor;

/** Who posts: the id of a user, or the name of a job, and what to call them in the journal. */
public record Poster(String id, String name) {

    public static Poster of(Actor actor) {
        return new Poster(actor.id().toString(), Line.oneLine(actor.displayName()));
    }

    public static Poster job(String name) {
        return new Poster(name, name);
    }
}
