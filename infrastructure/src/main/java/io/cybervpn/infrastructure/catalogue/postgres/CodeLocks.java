package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.domain.catalogue.repository.Written;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The unique key of a code is the truth, but a violation would break the transaction, savepoint or
 * not: the driver then only rolls back. So whoever writes a code takes its turn first; the look of
 * the next statement then sees what the one before has done.
 */
final class CodeLocks {
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended(:owner || ' ' || :code, 0))";

    private CodeLocks() {}

    /**
     * Writes when it is this code's turn.
     *
     * @param owner the table of the code
     * @param write gives the number of rows written: none when the code is taken
     */
    static Uni<Written> write(
            Mutiny.Session session, String owner, String code, Supplier<Uni<Integer>> write) {
        return turn(session, owner, code)
                .chain(write::get)
                .map(rows -> rows == 1 ? Written.STORED : Written.CODE_TAKEN);
    }

    /** Waits for the turn, which lasts until the transaction ends. */
    static Uni<Integer> turn(Mutiny.Session session, String owner, String code) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter("owner", owner)
                .setParameter("code", code)
                .getSingleResult();
    }
}
